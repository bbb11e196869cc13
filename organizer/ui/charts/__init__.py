"""Charts painted from tokens: evidence, letters per week, the world. Geometry stands apart from painting, without Qt."""

"""The photo editor: a photo large, a frame to cut it to, faces to cover, and what is said of those who can be recognised."""

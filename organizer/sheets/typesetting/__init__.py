"""The text engine: fonts, shaping, bidi, paragraphs, frames, fit, embedding, QR."""

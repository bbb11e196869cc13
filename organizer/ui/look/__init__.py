"""How the window looks: tokens, theme, the one style, icons and parts."""

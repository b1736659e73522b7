"""The look: components, template tags, styles and scripts."""

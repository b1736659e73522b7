"""The look: the frame of every page, its components, template tags, CSS and JavaScript. No models."""

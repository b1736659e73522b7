"""The ground floor: no models, no framework, only what every floor above may rely on."""

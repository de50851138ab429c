"""The app, the command line, themes and settings: what starts and joins the rest."""

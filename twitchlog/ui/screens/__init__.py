"""The screens, one module a screen with its kv beside it."""

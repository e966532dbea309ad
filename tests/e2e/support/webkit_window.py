"""A window with nothing but WebKitGTK in it, for the stories: `webkit_window.py WIDTH HEIGHT ADDRESS`, with the
inspector's address in WEBKIT_INSPECTOR_HTTP_SERVER. Prints a line whenever a page is there. Nothing is kept of what it
visits."""

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

width, height = int(sys.argv[1]), int(sys.argv[2])
context = WebKit2.WebContext.new_ephemeral()
context.set_preferred_languages(["da-DK"])
view = WebKit2.WebView.new_with_context(context)
settings = view.get_settings()
settings.set_enable_developer_extras(True)
settings.set_hardware_acceleration_policy(WebKit2.HardwareAccelerationPolicy.NEVER)
window = Gtk.Window()
window.set_default_size(width, height)
window.add(view)
window.connect("destroy", Gtk.main_quit)


def tell(_, event):
    if event == WebKit2.LoadEvent.FINISHED:
        print("there", flush=True)


view.connect("load-changed", tell)
window.show_all()
view.load_uri(sys.argv[3])
Gtk.main()

"""A window with WebKit and nothing around it, which WebKitWebDriver can drive. Its profile is a folder, so that the app is still
there when the window is opened again, as on a home screen: the browser that comes with the driver forgets everything.

One argument: the settings as JSON. What happens is said line by line on standard output: `running PROCESS`,
`requested ADDRESS`, `saved FILE`, and
what the page writes to its console, in WebKit's own form. SIGUSR1 makes the device light, SIGUSR2 dark. After SIGHUP every page
begins with the script `begin.js` of the profile, and `begins anew` is said.

With the setting `alone` nobody drives the window. It is told what to do on standard input, one JSON object a line, and answers
`done NUMBER RESULT`: `{"number": 1, "load": ADDRESS}`, `{"number": 2, "run": BODY}` of an asynchronous function that returns a text,
`{"number": 3, "empty": true}` takes away every database."""

import json
import os
import signal
import sys

import gi

gi.require_version('Gtk', '3.0')
gi.require_version('WebKit2', '4.1')
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

settings = json.loads(sys.argv[1])
windows = []


def say(*words):
    print(*words, flush=True)


def features():
    """What the engine can be told to have or not to have."""
    listed = WebKit2.Settings.get_all_features()
    return {listed.get(at).get_identifier(): listed.get(at) for at in range(listed.get_length())}


def page_settings():
    made = WebKit2.Settings()
    made.set_enable_write_console_messages_to_stdout(True)
    if 'userAgent' in settings:
        made.set_user_agent(settings['userAgent'])
    for name in settings['without']:
        made.set_feature_enabled(features()[name], False)
    return made


def open_window(context):
    view = WebKit2.WebView(
        web_context=context,
        settings=page_settings(),
        user_content_manager=contents,
        is_controlled_by_automation=not settings['alone'],
    )
    view.connect('resource-load-started', lambda _view, _resource, request: say('requested', request.get_uri()))
    window = Gtk.Window()
    window.set_default_size(*settings['size'])
    window.add(view)
    window.show_all()
    windows.append(window)
    view.connect('close', lambda *_: window.destroy())
    return view


def follow(context, session):
    about = WebKit2.ApplicationInfo()
    about.set_name('peil-test')
    about.set_version(1, 0, 0)
    session.set_application_info(about)
    session.connect('create-web-view', lambda _session: open_window(context))


def obey(view):
    loading = []

    def loaded(_view, event):
        if event == WebKit2.LoadEvent.FINISHED and loading:
            say('done', loading.pop(), 'null')

    def ran(_view, result, number):
        try:
            say('done', number, view.call_async_javascript_function_finish(result).to_string())
        except GLib.Error as error:
            say('done', number, json.dumps({'failed': error.message}))

    def listen(_channel, _condition):
        line = sys.stdin.readline()
        if not line:
            Gtk.main_quit()
            return False
        told = json.loads(line)
        if 'load' in told:
            loading.append(told['number'])
            view.load_uri(told['load'])
        elif 'empty' in told:
            data.clear(WebKit2.WebsiteDataTypes.INDEXEDDB_DATABASES, 0, None, lambda *_: say('done', told['number'], 'null'))
        else:
            view.call_async_javascript_function(told['run'], -1, None, None, None, None, ran, told['number'])
        return True

    view.connect('load-changed', loaded)
    GLib.io_add_watch(GLib.IOChannel.unix_new(0), GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP, listen)


def keep(_context, download):
    """Files go into the profile's folder `saved`, under the name that the app gave them."""

    def decide(_download, name):
        download.set_destination('file://' + os.path.join(settings['profile'], 'saved', name))
        return True

    download.connect('decide-destination', decide)
    download.connect('finished', lambda _download: say('saved', download.get_destination()))


os.makedirs(os.path.join(settings['profile'], 'saved'), exist_ok=True)
data = WebKit2.WebsiteDataManager(
    base_data_directory=os.path.join(settings['profile'], 'data'),
    base_cache_directory=os.path.join(settings['profile'], 'cache'),
)
context = WebKit2.WebContext(website_data_manager=data)
context.set_automation_allowed(not settings['alone'])
context.set_preferred_languages([settings['language']])
context.connect('automation-started', follow)
context.connect('download-started', keep)
contents = WebKit2.UserContentManager()
desk = Gtk.Settings.get_default()


def darken(dark):
    desk.set_property('gtk-application-prefer-dark-theme', dark)
    return True


def begin_anew(*_):
    with open(begin) as script:
        everywhere, at_start = WebKit2.UserContentInjectedFrames.ALL_FRAMES, WebKit2.UserScriptInjectionTime.START
        contents.remove_all_scripts()
        contents.add_script(WebKit2.UserScript(script.read(), everywhere, at_start, None, None))
    say('begins anew')
    return True


begin = os.path.join(settings['profile'], 'begin.js')
if os.path.exists(begin):
    begin_anew()
GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGHUP, begin_anew)
GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGUSR1, darken, False)
GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGUSR2, darken, True)
desk.set_property('gtk-enable-animations', not settings['still'])
if settings['alone']:
    obey(open_window(context))
say('running', os.getpid())
Gtk.main()

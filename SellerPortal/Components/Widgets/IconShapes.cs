namespace SellerPortal.Components.Widgets;

/// <summary>The strokes of each icon, drawn for this portal.</summary>
internal static class IconShapes
{
    public static string Of(IconName name) => name switch
    {
        IconName.Home => """<path d="M4 11 12 4l8 7v9H4z"/>""",
        IconName.Plus => """<path d="M12 4v16M4 12h16"/>""",
        IconName.List => """<path d="M4 6.5h16M4 12h16M4 17.5h16"/>""",
        IconName.Box => """<path d="m12 3 8.5 4.5v9L12 21l-8.5-4.5v-9z"/><path d="M3.5 7.5 12 12l8.5-4.5M12 12v9M7.8 5.2l8.4 4.6"/>""",
        IconName.Pin => """<path d="M12 21.5s7-6.3 7-11.5a7 7 0 0 0-14 0c0 5.2 7 11.5 7 11.5z"/><circle cx="12" cy="10" r="2.6"/>""",
        IconName.Price => """<path d="M7 4.5h10M7 9h10M7 4.5h3.5a4.5 4.5 0 0 1 0 9H7l7 7"/>""",
        IconName.Track => """<circle cx="6" cy="18" r="2.5"/><circle cx="18" cy="6" r="2.5"/><path d="M8.5 18H15a3.5 3.5 0 0 0 0-7H9a3.5 3.5 0 0 1 0-7h6.5" transform="translate(0 1)"/>""",
        IconName.Person => """<circle cx="12" cy="8" r="3.8"/><path d="M4.8 20.5c.6-4 3.4-6 7.2-6s6.6 2 7.2 6"/>""",
        IconName.People => """<circle cx="9" cy="8.5" r="3.3"/><path d="M3 19.5c.5-3.5 2.7-5.2 6-5.2s5.5 1.7 6 5.2M15.5 5.6a3.3 3.3 0 0 1 0 5.8M17.5 14.8c2 .7 3.2 2.2 3.5 4.7"/>""",
        IconName.Tag => """<path d="M3.5 12.5v-9h9l8 8-9 9z"/><circle cx="8" cy="8" r="1.4"/>""",
        IconName.Hash => """<path d="M9.5 4 7.5 20M16.5 4l-2 16M4.5 9h16M3.5 15h16"/>""",
        IconName.Upload => """<path d="M12 16V4M7 9l5-5 5 5M4 16v4h16v-4"/>""",
        IconName.Download => """<path d="M12 4v12M7 11l5 5 5-5M4 16v4h16v-4"/>""",
        IconName.Key => """<circle cx="8" cy="15.5" r="4"/><path d="m11 12.5 8.5-8.5M16 7.5l3 3M13.5 10l1.5 1.5"/>""",
        IconName.Search => """<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>""",
        IconName.Check => """<path d="m4.5 12.5 5 5 10-11"/>""",
        IconName.Alert => """<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5v5.5M12 16v.6"/>""",
        IconName.Info => """<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5M12 7.5v.6"/>""",
        IconName.Cross => """<path d="m5.5 5.5 13 13M18.5 5.5l-13 13"/>""",
        IconName.Clock => """<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.5l3.5 2"/>""",
        IconName.Pause => """<circle cx="12" cy="12" r="8.5"/><path d="M10 9v6M14 9v6"/>""",
        IconName.Truck => """<path d="M3 6.5h11v10H3zM14 10h4l3 3.5v3h-7"/><circle cx="7.5" cy="17.5" r="2"/><circle cx="17" cy="17.5" r="2"/>""",
        IconName.Turn => """<path d="M9 5 4.5 9.5 9 14M4.5 9.5H14a5.5 5 0 0 1 0 10H8"/>""",
        IconName.Redirect => """<path d="m15 5 4.5 4.5L15 14M19.5 9.5H10a5.5 5 0 0 0 0 10h6"/>""",
        IconName.Print => """<path d="M7 9V3.5h10V9M7 17H4V9h16v8h-3"/><path d="M7 14h10v6.5H7z"/>""",
        IconName.Copy => """<rect x="8.5" y="8.5" width="11.5" height="11.5" rx="1.5"/><path d="M15.5 8.5V4H4v11.5h4.5"/>""",
        IconName.Sun => """<circle cx="12" cy="12" r="4"/><path d="M12 2.5V5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3 7 7M17 17l1.7 1.7M5.3 18.7 7 17M17 7l1.7-1.7"/>""",
        IconName.Moon => """<path d="M20 14.2A8.5 8.5 0 0 1 9.8 4a8.5 8.5 0 1 0 10.2 10.2z"/>""",
        IconName.System => """<circle cx="12" cy="12" r="8.5"/><path d="M12 3.5v17a8.5 8.5 0 0 0 0-17z" fill="currentColor"/>""",
        IconName.Globe => """<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17"/>""",
        IconName.Menu => """<circle cx="5" cy="12" r="1.2"/><circle cx="12" cy="12" r="1.2"/><circle cx="19" cy="12" r="1.2"/>""",
        IconName.ChevronRight => """<path d="m9 5 7 7-7 7"/>""",
        IconName.ChevronDown => """<path d="m5 9 7 7 7-7"/>""",
        IconName.Lock => """<rect x="5" y="10.5" width="14" height="10" rx="2"/><path d="M8 10.5V7.5a4 4 0 0 1 8 0v3"/>""",
        IconName.SignOut => """<path d="M14 4H5v16h9M10 12h10.5M16.5 8l4 4-4 4"/>""",
        IconName.Help => """<circle cx="12" cy="12" r="8.5"/><path d="M9.5 9.5a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.9-1.1 1.7M12 16.5v.6"/>""",
        IconName.Envelope => """<rect x="3.5" y="5.5" width="17" height="13" rx="2"/><path d="m4 7 8 6.5L20 7"/>""",
        IconName.Edit => """<path d="m14.5 5.5 4 4L8.5 19.5H4.5v-4zM12.5 7.5l4 4"/>""",
        IconName.External => """<path d="M10 5H5v14h14v-5M13.5 4.5h6v6M19 5l-8.5 8.5"/>""",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such icon."),
    };
}

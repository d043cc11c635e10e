using MudBlazor;

namespace SellerPortal.Components.Layout;

/// <summary>
/// The one MudBlazor theme. Measures and type are set here; the colours of the light theme too, but at run time
/// <c>portal-app.css</c> points MudBlazor's colour variables at the tokens of <c>portal.css</c>, which know the dark
/// theme and the system's wish without a script.
/// </summary>
public static class PortalTheme
{
    private static readonly string[] Sans = ["Noto Sans", "sans-serif"];

    public static MudTheme Value { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#b3121d",
            Secondary = "#5b5150",
            Success = "#176b43",
            Info = "#0d4fbd",
            Warning = "#8a5a00",
            Error = "#a3101a",
            Background = "#f6f3ef",
            Surface = "#ffffff",
            TextPrimary = "#150202",
            TextSecondary = "#5b5150",
            Divider = "#e4deda",
            LinesDefault = "#e4deda",
            LinesInputs = "#8f8581",
            TableLines = "#e4deda",
            ActionDefault = "#5b5150",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Sans, FontSize = "1rem", LineHeight = "1.45" },
            H1 = new H1Typography { FontFamily = Sans, FontSize = "1.625rem", FontWeight = "650", LineHeight = "1.2" },
            H2 = new H2Typography { FontFamily = Sans, FontSize = "1.125rem", FontWeight = "650", LineHeight = "1.3" },
            H3 = new H3Typography { FontFamily = Sans, FontSize = "1rem", FontWeight = "650", LineHeight = "1.3" },
            H6 = new H6Typography { FontFamily = Sans, FontSize = "1.125rem", FontWeight = "650", LineHeight = "1.3" },
            Body1 = new Body1Typography { FontFamily = Sans, FontSize = "1rem", LineHeight = "1.45" },
            Body2 = new Body2Typography { FontFamily = Sans, FontSize = ".875rem", LineHeight = "1.45" },
            Button = new ButtonTypography { FontFamily = Sans, FontSize = ".9375rem", FontWeight = "600", TextTransform = "none", LetterSpacing = "0" },
            Caption = new CaptionTypography { FontFamily = Sans, FontSize = ".8125rem" },
            Subtitle1 = new Subtitle1Typography { FontFamily = Sans, FontSize = "1rem" },
            Subtitle2 = new Subtitle2Typography { FontFamily = Sans, FontSize = ".875rem", FontWeight = "600" },
        },
    };
}

using System.Globalization;
using System.Text.RegularExpressions;
using SellerPortal.Components.Layout;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Components;

/// <summary>The colours: readable in both themes, and the same wherever they are written down.</summary>
public sealed partial class PaletteTests
{
    private static readonly string Css = File.ReadAllText(Path.Combine(Sources.Portal, "wwwroot", "css", "portal.css"));

    public static TheoryData<string, string, string> Pairs { get; } = new(
        from theme in new[] { "light", "dark" }
        from pair in new[]
        {
            ("ink", "linen"), ("ink", "white"), ("ink-2", "linen"), ("ink-2", "white"), ("ink-3", "linen"), ("ink-3", "white"),
            ("red", "white"), ("red", "linen"), ("red", "red-soft"), ("green", "green-soft"), ("green", "white"), ("green", "linen"), ("blue", "blue-soft"), ("blue", "white"), ("blue", "linen"),
            ("amber", "marigold-soft"), ("amber", "white"), ("amber", "linen"), ("bad", "white"), ("bad", "red-soft"), ("on-red", "red-fill"), ("on-red", "red-fill-hover"),
            ("ink", "red-soft"), ("ink", "blue-soft"), ("ink", "marigold-soft"), ("ink-2", "red-soft"), ("ink-2", "marigold-soft"),
        }
        select (theme, pair.Item1, pair.Item2));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Text_OnItsGround_HasTheContrastOfLevelAA(string theme, string text, string ground)
    {
        var colours = Theme(theme);
        var ratio = Contrast(colours[text], colours[ground]);
        Assert.True(ratio >= 4.5, $"{text} on {ground} in {theme}: {ratio:0.00}");
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void Border_OfAField_HasTheContrastOfAControl(string theme)
    {
        var colours = Theme(theme);
        Assert.True(Contrast(colours["line-input"], colours["white"]) >= 3);
    }

    [Fact]
    public void Dark_BySystemAndByChoice_IsTheSame()
    {
        var system = Body().Match(Css[Css.IndexOf(":root:not(", StringComparison.Ordinal)..]).Value;
        var choice = Body().Match(Css[Css.IndexOf(":root[data-theme=\"dark\"]", StringComparison.Ordinal)..]).Value;
        Assert.Equal(Colours(system), Colours(choice));
    }

    [Fact]
    public void MudTheme_InTheLightTheme_HasTheColoursOfTheStyleSheet()
    {
        var light = Theme("light");
        var palette = PortalTheme.Value.PaletteLight;
        Assert.Equal(light["red-fill"], Hex(palette.Primary));
        Assert.Equal(light["linen"], Hex(palette.Background));
        Assert.Equal(light["ink"], Hex(palette.TextPrimary));
        Assert.Equal(light["line-input"], Hex(palette.LinesInputs));
    }

    private static string Hex(MudBlazor.Utilities.MudColor colour) => colour.Value[..7];

    private static Dictionary<string, string> Theme(string theme)
    {
        var start = theme == "light" ? ":root {" : ":root[data-theme=\"dark\"]";
        return Colours(Body().Match(Css[Css.IndexOf(start, StringComparison.Ordinal)..]).Value);
    }

    private static Dictionary<string, string> Colours(string block) => Colour().Matches(block)
        .ToDictionary(match => match.Groups["name"].Value, match => Long(match.Groups["hex"].Value), StringComparer.Ordinal);

    private static string Long(string hex) => hex.Length == 4 ? $"#{hex[1]}{hex[1]}{hex[2]}{hex[2]}{hex[3]}{hex[3]}" : hex;

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex)
    {
        double Part(int at)
        {
            var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Body();

    [GeneratedRegex(@"--(?<name>[\w-]+):\s*(?<hex>#[0-9a-f]{3,6})\b", RegexOptions.None, 1000)]
    private static partial Regex Colour();
}

using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Resources;

/// <summary>Every text exists in English and in Hindi, and every text that is asked for exists.</summary>
public sealed class TextsTests
{
    private static readonly Dictionary<string, Dictionary<string, string>> English = Sources.Files(".resx")
        .Where(file => !file.EndsWith(".hi.resx", StringComparison.Ordinal))
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => TextRules.Read(File.ReadAllText(file)), StringComparer.Ordinal);

    public static TheoryData<string> Sets { get; } = new(Sources.Files(".resx")
        .Where(file => !file.EndsWith(".hi.resx", StringComparison.Ordinal))
        .Select(Sources.Relative));

    [Theory]
    [MemberData(nameof(Sets))]
    public void Texts_InBothLanguages_AreComplete(string file)
    {
        var path = Path.Combine(Sources.Portal, file);
        var english = TextRules.Read(File.ReadAllText(path));
        var hindi = TextRules.Read(File.ReadAllText(Path.ChangeExtension(path, ".hi.resx")));
        Assert.Empty(TextRules.FaultsOfPair(english, hindi));
    }

    [Fact]
    public void Texts_EveryKeyAskedFor_Exists()
    {
        var missing =
            from source in Components()
            from used in TextRules.KeysUsed(source.Text)
            where !used.Texts.Any(texts => English.TryGetValue(texts, out var keys) && TextRules.Has(keys.Keys, used.Key))
            select $"{source.Name}: {string.Join('|', used.Texts)}[{used.Key}]";
        Assert.Empty(missing.Distinct());
    }

    [Fact]
    public void Sources_OfThePortal_AskForKeys() =>
        Assert.True(Components().SelectMany(source => TextRules.KeysUsed(source.Text)).Distinct().Skip(100).Any());

    [Theory]
    [InlineData("Total {0}", "कुल", "Total: other values in Hindi")]
    [InlineData("Total", "", "Total: empty in Hindi")]
    [InlineData("Total", "Total", "Total: not Hindi: Total")]
    [InlineData("GST", "GST", null)]
    [InlineData("{0} g", "{0} ग्राम", null)]
    public void FaultsOfPair_PlantedOffender_IsFound(string english, string hindi, string? fault)
    {
        var faults = TextRules.FaultsOfPair(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Total"] = english },
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Total"] = hindi });
        if (fault is null) Assert.Empty(faults);
        else Assert.Contains(fault, faults);
    }

    [Fact]
    public void FaultsOfPair_KeyOnOneSideOnly_IsFound()
    {
        var one = new Dictionary<string, string>(StringComparer.Ordinal) { ["A"] = "a" };
        var none = new Dictionary<string, string>(StringComparer.Ordinal);
        Assert.Equal(["A: no Hindi"], TextRules.FaultsOfPair(one, none));
        Assert.Equal(["A: no English"], TextRules.FaultsOfPair(none, one));
    }

    [Theory]
    [InlineData("@inject IStringLocalizer<XTexts> Texts\n<p>@Texts[\"Missing\"]</p>", "Missing")]
    [InlineData("@inject IStringLocalizer<XTexts> Texts\n<p>@Texts[\"Missing\", Count(\"x\")]</p>", "Missing")]
    [InlineData("class A(IStringLocalizer<XTexts> texts) { string B => texts[late ? \"Late\" : \"InTime\"]; }", "Late,InTime")]
    [InlineData("class A(IStringLocalizer<XTexts> texts) { string B => texts[$\"Fault{fault.Of(\"x\")}\"]; }", "Fault*")]
    [InlineData("class A(IStringLocalizer<XTexts> texts) { string B => other[\"NotOurs\"]; }", "")]
    public void KeysUsed_PlantedSource_NamesThem(string source, string keys) =>
        Assert.Equal(keys.Split(',', StringSplitOptions.RemoveEmptyEntries), TextRules.KeysUsed(source).Select(used => used.Key));

    [Theory]
    [InlineData("Fault*", true)]
    [InlineData("Fault*Hint", false)]
    [InlineData("FaultEmpty", true)]
    [InlineData("Fault", false)]
    public void Has_Key_FitsItsStars(string key, bool expected) => Assert.Equal(expected, TextRules.Has(["FaultEmpty", "Title"], key));

    /// <summary>A component's markup is read together with its code, because each may use what the other declares.</summary>
    private static IEnumerable<(string Name, string Text)> Components()
    {
        foreach (var file in Sources.Files(".razor", ".cs"))
        {
            if (file.EndsWith(".razor.cs", StringComparison.Ordinal) && File.Exists(file[..^3])) continue;
            var code = $"{file}.cs";
            var text = File.ReadAllText(file);
            yield return (Sources.Relative(file), file.EndsWith(".razor", StringComparison.Ordinal) && File.Exists(code) ? text + File.ReadAllText(code) : text);
        }
    }
}

using System.Text.RegularExpressions;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api;

/// <summary>The codes of problems have one form, those that no contract test meets too.</summary>
public sealed partial class ErrorCodesTests
{
    [Fact]
    public void Codes_InTheSources_AreWordsInLowerCaseWithUnderscores()
    {
        var codes = Sources.Files(".cs").SelectMany(file => Code().Matches(File.ReadAllText(file)).Select(match => (File: Sources.Relative(file), Code: match.Groups["code"].Value))).ToList();
        Assert.True(codes.Count > 50, "The pattern does not find the codes any more.");
        Assert.Equal([], codes.Where(one => !Form().IsMatch(one.Code)).Select(one => $"{one.File}: {one.Code}"));
    }

    [Fact]
    public void Codes_OfALimitOutOfRange_AreOne() =>
        Assert.Equal([], Sources.Files(".cs").Where(file => File.ReadAllText(file).Contains("\"limit_out_of_range\"", StringComparison.Ordinal)).Select(Sources.Relative));

    [GeneratedRegex("""(?:Problems\.(?:Conflict|Forbidden|Unavailable)\(\s*|FieldFault\(\s*(?:\$?"[^"]*"|[^",]+),\s*)"(?<code>[^"{}]+)"\s*,""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}

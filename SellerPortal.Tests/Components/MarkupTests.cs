namespace SellerPortal.Tests.Components;

/// <summary>No text that a user reads stands in markup.</summary>
public sealed class MarkupTests
{
    // Signs of measure and codes that are the same in every language.
    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal) { "API", "GST", "cm" };

    [Fact]
    public void Markup_OfThePortal_HoldsNoText() =>
        Assert.Empty(MarkupRules.TextsInMarkup(typeof(SellerPortal.Components.App).Assembly.Location, Allowed, "SellerPortal."));

    [Theory]
    [InlineData("Planted words")]
    [InlineData("Planted label")]
    [InlineData("Planted title")]
    [InlineData("Planted expression")]
    [InlineData("Planted parameter")]
    public void Markup_OfAPlantedOffender_IsFound(string text) =>
        Assert.Contains(Planted(), found => found.EndsWith($": {text}", StringComparison.Ordinal));

    [Fact]
    public void Markup_OfAPlantedOffender_IsFoundOnlyWhereItIsRead() => Assert.Equal(5, Planted().Count);

    private static IReadOnlyList<string> Planted() =>
        MarkupRules.TextsInMarkup(typeof(PlantedMarkup).Assembly.Location, Allowed, typeof(PlantedMarkup).FullName!);
}

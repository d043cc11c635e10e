using ArchUnitNET.Loader;

namespace SellerPortal.Tests.Architecture;

public sealed class HouseRulesTests
{
    private static readonly ArchUnitNET.Domain.Architecture Portal =
        new ArchLoader().LoadAssemblies(typeof(SellerPortal.Data.PortalDbContext).Assembly).Build();

    private static readonly ArchUnitNET.Domain.Architecture Planted =
        new ArchLoader().LoadAssemblies(typeof(HouseRulesTests).Assembly, typeof(SellerPortal.Data.PortalDbContext).Assembly).Build();

    public static TheoryData<string> Rules { get; } =
    [
        nameof(HouseRules.DomainKnowsNothingElse),
        nameof(HouseRules.LowerAreasKnowOnlyTheDomain),
        nameof(HouseRules.ComponentsKnowNoFeatureAndNoData),
        nameof(HouseRules.FeaturesDoNotReachIntoEachOther),
        nameof(HouseRules.ShapingStaysInPrinting),
        nameof(HouseRules.DatabaseProvidersStayInData),
        nameof(HouseRules.SignInManagerStaysInAccounts),
        nameof(HouseRules.HttpContextStaysAtTheEdge),
    ];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_OnThePortal_FindsNoOffender(string rule) => Assert.Empty(Run(rule, Portal));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_OnAPlantedOffender_Bites(string rule) =>
        Assert.Contains(Run(rule, Planted), offender => offender.Contains($"OffenderOf{rule}", StringComparison.Ordinal));

    [Fact]
    public void Features_AreFoundInTheCompiledPortal() => Assert.Contains("Accounts", HouseRules.Features(Portal));

    private static IReadOnlyList<string> Run(string rule, ArchUnitNET.Domain.Architecture house) => rule switch
    {
        nameof(HouseRules.DomainKnowsNothingElse) => HouseRules.DomainKnowsNothingElse(house),
        nameof(HouseRules.LowerAreasKnowOnlyTheDomain) => HouseRules.LowerAreasKnowOnlyTheDomain(house),
        nameof(HouseRules.ComponentsKnowNoFeatureAndNoData) => HouseRules.ComponentsKnowNoFeatureAndNoData(house),
        nameof(HouseRules.FeaturesDoNotReachIntoEachOther) => HouseRules.FeaturesDoNotReachIntoEachOther(house),
        nameof(HouseRules.ShapingStaysInPrinting) => HouseRules.ShapingStaysInPrinting(house),
        nameof(HouseRules.DatabaseProvidersStayInData) => HouseRules.DatabaseProvidersStayInData(house),
        nameof(HouseRules.SignInManagerStaysInAccounts) => HouseRules.SignInManagerStaysInAccounts(house),
        nameof(HouseRules.HttpContextStaysAtTheEdge) => HouseRules.HttpContextStaysAtTheEdge(house),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "There is no such rule."),
    };
}

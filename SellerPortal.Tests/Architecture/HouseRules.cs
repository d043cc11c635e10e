using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;

namespace SellerPortal.Tests.Architecture;

/// <summary>
/// The rules of the house: which way the arrows run. Each rule takes an architecture and names the offenders, so that
/// it can be run on the portal and on planted offenders alike.
/// </summary>
internal static class HouseRules
{
    private const string Root = "SellerPortal.";
    private static readonly string[] Frameworks = ["Microsoft.", "HarfBuzzSharp", "MudBlazor", "Npgsql", "CsvHelper", "QRCoder"];

    public static IReadOnlyList<string> DomainKnowsNothingElse(ArchUnitNET.Domain.Architecture house) => Offenders(
        house,
        type => IsIn(type, "Domain"),
        target => (IsOurs(target) && !IsIn(target, "Domain")) || Frameworks.Any(name => target.FullName.StartsWith(name, StringComparison.Ordinal)));

    public static IReadOnlyList<string> LowerAreasKnowOnlyTheDomain(ArchUnitNET.Domain.Architecture house) =>
        [.. new[] { "Data", "Printing", "Platform" }.SelectMany(area => Offenders(
            house,
            type => IsIn(type, area),
            target => IsOurs(target) && !IsIn(target, area) && !IsIn(target, "Domain") && !IsIn(target, "Resources")))];

    public static IReadOnlyList<string> ComponentsKnowNoFeatureAndNoData(ArchUnitNET.Domain.Architecture house) => Offenders(
        house,
        type => IsIn(type, "Components") && type.Name is not ("App" or "Routes"),
        target => IsIn(target, "Features") || IsIn(target, "Data") || IsIn(target, "Printing"));

    public static IReadOnlyList<string> FeaturesDoNotReachIntoEachOther(ArchUnitNET.Domain.Architecture house) => Offenders(
        house,
        type => IsIn(type, "Features"),
        (type, target) => IsIn(target, "Features") && FeatureOf(type) != FeatureOf(target));

    public static IReadOnlyList<string> ShapingStaysInPrinting(ArchUnitNET.Domain.Architecture house) => Offenders(
        house,
        type => IsOurs(type) && !IsIn(type, "Printing"),
        target => StartsWith(target, "HarfBuzzSharp."));

    public static IReadOnlyList<string> DatabaseProvidersStayInData(ArchUnitNET.Domain.Architecture house) => Offenders(
        house,
        type => IsOurs(type) && !IsIn(type, "Data"),
        target => StartsWith(target, "Npgsql.", "Microsoft.Data.Sqlite."));

    public static IReadOnlyList<string> SignInManagerStaysInAccounts(ArchUnitNET.Domain.Architecture house) => Offenders(
        house,
        type => IsOurs(type) && !IsIn(type, "Features.Accounts"),
        target => StartsWith(target, "Microsoft.AspNetCore.Identity.SignInManager"));

    /// <summary>An interactive page has no request; only endpoints, static pages, Accounts and Platform do.</summary>
    public static IReadOnlyList<string> HttpContextStaysAtTheEdge(ArchUnitNET.Domain.Architecture house) => Offenders(
        house,
        type => IsOurs(type) && !IsIn(type, "Platform") && !IsIn(type, "Features.Accounts") && !IsEndpoint(type) && !IsStaticPage(type),
        target => StartsWith(target, "Microsoft.AspNetCore.Http.HttpContext", "Microsoft.AspNetCore.Http.IHttpContextAccessor"));

    /// <summary>The folders under Features, found in the compiled portal and not listed by hand.</summary>
    public static IReadOnlySet<string> Features(ArchUnitNET.Domain.Architecture house) =>
        house.Types.Where(type => IsIn(type, "Features")).Select(FeatureOf).ToHashSet();

    private static List<string> Offenders(ArchUnitNET.Domain.Architecture house, Func<IType, bool> from, Func<IType, bool> to) =>
        Offenders(house, from, (_, target) => to(target));

    private static List<string> Offenders(ArchUnitNET.Domain.Architecture house, Func<IType, bool> from, Func<IType, IType, bool> to) =>
    [
        .. house.Types.Where(from)
            .SelectMany(type => type.GetTypeDependencies().Where(target => to(type, target)).Select(target => $"{type.FullName} → {target.FullName}"))
            .Distinct()
            .Order(),
    ];

    private static bool IsOurs(IType type) => type.FullName.StartsWith(Root, StringComparison.Ordinal) && !type.FullName.StartsWith("SellerPortal.Tests", StringComparison.Ordinal);

    private static bool IsIn(IType type, string area) => type.FullName.StartsWith($"{Root}{area}.", StringComparison.Ordinal);

    private static bool StartsWith(IType type, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (type.FullName.StartsWith(name, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static string FeatureOf(IType type) => type.FullName.Split('.')[2];

    private static bool IsEndpoint(IType type) =>
        type.Name.EndsWith("Feature", StringComparison.Ordinal)
        || type.Name.Contains("Endpoint", StringComparison.Ordinal)
        || type.FullName is $"{Root}Components.App" or $"{Root}Components.PortalComponents";

    private static bool IsStaticPage(IType type) =>
        type.Attributes.Any(attribute => attribute.Name == "ExcludeFromInteractiveRoutingAttribute");
}

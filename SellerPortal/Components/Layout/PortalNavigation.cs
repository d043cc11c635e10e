using SellerPortal.Components.Widgets;
using SellerPortal.Domain.Access;
using SellerPortal.Platform;
using SellerPortal.Platform.Security;

namespace SellerPortal.Components.Layout;

/// <summary>What the portal's menu offers, and to whom. A page that does not exist is not listed.</summary>
internal static class PortalNavigation
{
    /// <summary>A part of the menu.</summary>
    /// <param name="TitleKey">Key of its title in the shared texts; null for the first part.</param>
    /// <param name="Roles">Roles that see it, separated by commas; null for everyone.</param>
    /// <param name="Links">Its links.</param>
    public sealed record Group(string? TitleKey, string? Roles, IReadOnlyList<Link> Links);

    /// <summary>A line of the menu.</summary>
    /// <param name="Url">Where it leads.</param>
    /// <param name="TextKey">Key of its words in the shared texts.</param>
    /// <param name="Icon">Its picture.</param>
    /// <param name="Roles">Roles that see it, separated by commas; null for everyone.</param>
    /// <param name="Except">A path below it that has a line of its own.</param>
    /// <param name="Policy">The policy that must hold for it to be seen; null for none.</param>
    public sealed record Link(string Url, string TextKey, IconName Icon, string? Roles = null, string? Except = null, string? Policy = null);

    public static Link Today { get; } = new(PortalUrls.Today, "NavToday", IconName.Home);

    public static Link Book { get; } = new(PortalUrls.Book, "NavBook", IconName.Plus, Policy: Policies.BookNow);

    public static Link Bulk { get; } = new(PortalUrls.Bulk, "NavBulk", IconName.Upload, Policy: Policies.BookNow);

    /// <summary>The same page for those who look at sheets and book none.</summary>
    public static Link Sheets { get; } = new(PortalUrls.Bulk, "NavSheets", IconName.Upload, Policy: Policies.OnlyReads);

    public static Link Shipments { get; } = new(PortalUrls.Shipments, "NavShipments", IconName.List, Except: $"{PortalUrls.Book} {PortalUrls.Bulk}");

    public static Link Labels { get; } = new(PortalUrls.Labels, "NavLabels", IconName.Print, Policy: Policies.Seller);

    public static Link Manifests { get; } = new(PortalUrls.Manifests, "NavManifests", IconName.Truck);

    public static Link Pickups { get; } = new(PortalUrls.Pickups, "NavPickups", IconName.Clock);

    public static Link PickupAgents { get; } = new(PortalUrls.PickupAgents, "NavPickupAgents", IconName.People, Policy: Policies.Staff);

    public static Link AddressBook { get; } = new(PortalUrls.AddressBook, "NavAddressBook", IconName.Person, Policy: Policies.Seller);

    public static Link SellerKeys { get; } = new(PortalUrls.SellerKeys, "NavApiKeys", IconName.Key, Policy: Policies.Owner);

    public static Link FailedDeliveries { get; } = new(PortalUrls.FailedDeliveries, "NavFailedDeliveries", IconName.Alert);

    public static Link Returns { get; } = new(PortalUrls.Returns, "NavReturns", IconName.Turn);

    public static Link Webhooks { get; } = new(PortalUrls.Webhooks, "NavWebhooks", IconName.External, Policy: Policies.Seller);

    public static Link Pincode { get; } = new(PortalUrls.Pincode, "NavPincode", IconName.Pin);

    public static Link Price { get; } = new(PortalUrls.Quote, "NavPrice", IconName.Price);

    public static Link Sellers { get; } = new(PortalUrls.Sellers, "NavSellers", IconName.People, Roles.Admin);

    /// <summary>Stands under the account and in no group.</summary>
    public static Link Team { get; } = new(PortalUrls.Team, "NavTeam", IconName.People, Policy: Policies.Seller);

    /// <summary>Stands under the account and in no group.</summary>
    public static Link Deposit { get; } = new(PortalUrls.OwnDeposit, "NavDeposit", IconName.Price, Policy: Policies.Seller);

    public static IReadOnlyList<Group> Groups { get; } =
    [
        new(null, null, [Today, Book, Bulk, Sheets, Shipments, Labels, Pickups, PickupAgents, Manifests, FailedDeliveries, Returns, AddressBook, Webhooks, SellerKeys]),
        new("NavAdminGroup", Roles.Admin,
        [
            Sellers,
            new(PortalUrls.Deposits, "NavDeposits", IconName.Price),
            new(PortalUrls.Tariffs, "NavTariffs", IconName.Tag),
            new(PortalUrls.ArticleNumbers, "NavArticleNumbers", IconName.Hash),
            new(PortalUrls.EventUpload, "NavEvents", IconName.Upload),
            new(PortalUrls.ApiKeys, "NavApiKeys", IconName.Key),
            new(PortalUrls.Partners, "NavPartners", IconName.People),
            new(PortalUrls.Work, "NavWork", IconName.Clock),
        ]),
        new("NavToolsGroup", null,
        [
            Pincode,
            Price,
            new(PortalUrls.Track, "NavTrack", IconName.Track),
        ]),
    ];
}

using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SellerPortal.Domain;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Platform;

/// <summary>Every address inside the portal that one part of it links to from another.</summary>
public static class PortalUrls
{
    public const string Home = "/";
    public const string Pincode = "/pincode";
    public const string Quote = "/quote";
    public const string Track = "/track";
    public const string Help = "/help";
    public const string About = "/about";
    public const string Contact = "/contact";
    public const string Privacy = "/privacy";
    public const string Terms = "/terms";
    public const string Accessibility = "/accessibility";
    public const string Sitemap = "/sitemap";

    public const string SignIn = "/account/sign-in";
    public const string SignOut = "/account/sign-out";
    public const string Register = "/account/register";
    public const string ForgotPassword = "/account/forgot-password";
    public const string ResetPassword = "/account/reset-password";
    public const string SignInCode = "/account/sign-in/code";
    public const string TwoFactor = "/account/two-factor";
    public const string Account = "/account";

    /// <summary>Where somebody who is invited to a team makes an account.</summary>
    public const string Join = "/account/join";

    /// <summary>Takes the session into the test mode or out of it, by a form.</summary>
    public const string TestMode = "/test-mode";

    /// <summary>Gives a parcel of the test mode its next scan, by a form.</summary>
    public const string TestScan = "/test-mode/scans";

    /// <summary>A seller's colleagues.</summary>
    public const string Team = "/team";

    /// <summary>A seller's own registration.</summary>
    public const string OwnSeller = "/account/seller";

    /// <summary>A seller's own advance deposit.</summary>
    public const string OwnDeposit = "/account/deposit";

    /// <summary>Where an account without the needed role ends.</summary>
    public const string Denied = "/denied";

    /// <summary>What a seller is told of, and where.</summary>
    public const string Notifications = "/account/notifications";

    public const string Today = "/today";

    /// <summary>Messages about one's shipments.</summary>
    public const string Messages = "/messages";
    public const string Book = "/shipments/book";
    public const string Shipments = "/shipments";

    /// <summary>Many parcels from a sheet.</summary>
    public const string Bulk = "/shipments/bulk";

    /// <summary>The list as a sheet; the filter of the list and a format are appended.</summary>
    public const string ShipmentsExport = "/shipments/export";

    /// <summary>The paper that labels are printed on, and files of many labels.</summary>
    public const string Labels = "/labels";

    /// <summary>A sample to try a printer with.</summary>
    public const string TestLabel = "/labels/test";

    /// <summary>Lists of parcels handed over.</summary>
    public const string Manifests = "/manifests";

    /// <summary>A new manifest of all parcels that are on none.</summary>
    public const string NewManifestOfAll = "/manifests/new";

    /// <summary>A new manifest of all parcels that were left behind on one of an earlier day.</summary>
    public const string NewManifestOfLeftBehind = NewManifestOfAll + "?left=behind";

    /// <summary>Parcels fetched at the seller's door.</summary>
    public const string Pickups = "/pickups";

    /// <summary>Pickups that came to nothing while their parcels still wait.</summary>
    public const string MissedPickups = "/pickups?missed=true";

    /// <summary>The agents whom post offices send for pickups.</summary>
    public const string PickupAgents = "/pickup-agents";

    /// <summary>A new pickup of all parcels that wait for none.</summary>
    public const string NewPickupOfAll = "/pickups/new";

    /// <summary>The consignees a seller keeps.</summary>
    public const string AddressBook = "/address-book";

    /// <summary>The boxes a seller keeps.</summary>
    public const string ParcelPresets = "/parcel-presets";

    /// <summary>The places a seller sends from.</summary>
    public const string PickupLocations = "/pickup-locations";

    /// <summary>Parcels that were not delivered, are held, or are not seen any more.</summary>
    public const string FailedDeliveries = "/failed-deliveries";

    /// <summary>Parcels on their way back to the seller.</summary>
    public const string Returns = "/returns";

    /// <summary>Where a seller's own systems are told of events.</summary>
    public const string Webhooks = "/webhooks";

    /// <summary>A new endpoint.</summary>
    public const string NewWebhook = "/webhooks/new";

    public const string Sellers = "/admin/sellers";
    public const string Tariffs = "/admin/tariffs";
    public const string ArticleNumbers = "/admin/article-numbers";
    public const string EventUpload = "/admin/events";
    public const string ApiKeys = "/admin/api-keys";

    /// <summary>Systems such as GeM that act for the sellers they registered.</summary>
    public const string Partners = "/admin/partners";

    /// <summary>The sellers' advance deposits.</summary>
    public const string Deposits = "/admin/deposits";

    /// <summary>The keys of a seller's own systems.</summary>
    public const string SellerKeys = "/api-keys";

    /// <summary>The reference of the API.</summary>
    public const string ApiReference = "/api";

    /// <summary>Work that waits or was given up.</summary>
    public const string Work = "/admin/work";

    /// <summary>Sets the language and comes back; a plain link, because interactive pages must not touch cookies.</summary>
    public static string Culture(string culture, string returnUrl) =>
        $"/culture?culture={Uri.EscapeDataString(culture)}&returnUrl={Uri.EscapeDataString(returnUrl)}";

    /// <summary>Sets the theme (light, dark, system) and comes back.</summary>
    public static string Theme(string theme, string returnUrl) =>
        $"/theme?theme={Uri.EscapeDataString(theme)}&returnUrl={Uri.EscapeDataString(returnUrl)}";

    /// <summary>Signs in, then goes on to a local address.</summary>
    public static string SignInAndReturn(string returnUrl) => $"{SignIn}?ReturnUrl={Uri.EscapeDataString(returnUrl)}";

    /// <summary>The second step of signing in, then on to a local address.</summary>
    /// <param name="returnUrl">Where to go on to.</param>
    /// <param name="remember">True to stay signed in on the device.</param>
    /// <param name="recovery">True to ask for a recovery code and not for one of the app.</param>
    public static string SignInCodeAndReturn(string returnUrl, bool remember, bool recovery = false) =>
        $"{SignInCode}?ReturnUrl={Uri.EscapeDataString(returnUrl)}&remember={(remember ? "true" : "false")}&recovery={(recovery ? "true" : "false")}";

    /// <summary>The list of shipments, filtered by one of its tiles.</summary>
    public static string ShipmentsOf(ShipmentTile tile) => $"{Shipments}?tile={tile}";

    /// <summary>The list of the shipments that an uploaded sheet booked.</summary>
    public static string ShipmentsOfSheet(Guid sheet) => $"{Shipments}?sheet={sheet}";

    /// <summary>One shipment's page.</summary>
    public static string Shipment(ShipmentId id) => $"/shipments/{id}";

    /// <summary>The label of one shipment, on the account's paper or on another.</summary>
    public static string Label(ShipmentId id, string? format = null) => $"/shipments/{id}/label{(format is null ? "" : $"?format={format}")}";

    /// <summary>The labels of several shipments in the order given, on the account's paper or on another.</summary>
    public static string LabelsOf(IEnumerable<ShipmentId> ids, string? format = null) =>
        $"/shipments/labels?ids={string.Join(',', ids)}{(format is null ? "" : $"&format={format}")}";

    /// <summary>The most shipments that one address names: a server takes addresses up to 8 KB.</summary>
    public const int MostShipments = 200;

    /// <summary>The shipments that an address names, each once, without what is no id.</summary>
    public static IReadOnlyList<ShipmentId> ShipmentsIn(string? ids) =>
        [.. (ids ?? "").Split(',').Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().Select(id => new ShipmentId(id))];

    /// <summary>The shipments that the query string of a page names; null when it names none, which means all that the page can take.</summary>
    public static IReadOnlyList<ShipmentId>? ChosenIn(string query) =>
        QueryHelpers.ParseQuery(query).TryGetValue("shipments", out var named) ? ShipmentsIn(named) : null;

    /// <summary>One file of many labels: how far it is.</summary>
    public static string LabelFile(Guid id) => $"{Labels}/{id}";

    /// <summary>The bytes of a file of many labels.</summary>
    public static string LabelFileContent(Guid id) => $"{Labels}/{id}/file";

    /// <summary>A new manifest of some shipments.</summary>
    public static string NewManifest(IEnumerable<ShipmentId> ids) => $"/manifests/new?shipments={string.Join(',', ids)}";

    /// <summary>One manifest.</summary>
    public static string Manifest(ManifestId id) => $"{Manifests}/{id}";

    /// <summary>A manifest as PDF.</summary>
    public static string ManifestPdf(ManifestId id) => $"{Manifests}/{id}/pdf";

    /// <summary>The customer declarations of a manifest's parcels as PDF.</summary>
    public static string Declarations(ManifestId id) => $"{Manifests}/{id}/declarations";

    /// <summary>The customer declaration of one shipment as PDF.</summary>
    public static string Declaration(ShipmentId id) => $"/shipments/{id}/declaration";

    /// <summary>A new pickup of some shipments.</summary>
    public static string NewPickup(IEnumerable<ShipmentId> ids) => $"{NewPickupOfAll}?shipments={string.Join(',', ids)}";

    /// <summary>The pickups of a post office.</summary>
    /// <param name="office">Its name or its pincode.</param>
    public static string PickupsOf(string office) => $"{Pickups}?office={Uri.EscapeDataString(office)}";

    /// <summary>The agents of a post office.</summary>
    /// <param name="office">Its name or its pincode.</param>
    public static string PickupAgentsOf(string office) => $"{PickupAgents}?office={Uri.EscapeDataString(office)}";

    /// <summary>The pickups of a day.</summary>
    public static string PickupsOf(DateOnly day) => $"{Pickups}?day={day.ToString("O", CultureInfo.InvariantCulture)}";

    /// <summary>One pickup.</summary>
    public static string Pickup(PickupId id) => $"{Pickups}/{id}";

    /// <summary>The page that cancels shipments.</summary>
    public static string CancelShipments(IEnumerable<ShipmentId> ids) => $"/shipments/cancel?shipments={string.Join(',', ids)}";

    /// <summary>The page that cancels what a sheet booked.</summary>
    public static string CancelSheet(Guid sheet) => $"/shipments/cancel/sheet/{sheet}";

    /// <summary>The page that changes one booked shipment.</summary>
    public static string ChangeParcel(ShipmentId id) => $"/shipments/{id}/change";

    /// <summary>The page that recalls one shipment.</summary>
    public static string Recall(ShipmentId id) => $"/shipments/{id}/recall";

    /// <summary>What can be done for one parcel that was not delivered.</summary>
    public static string FailedDelivery(ShipmentId id) => $"{FailedDeliveries}/{id}";

    /// <summary>The booking page for the way back of a delivered shipment.</summary>
    public static string BookReturn(ShipmentId id) => $"{Book}?return={id}";

    /// <summary>The booking page with the data of an earlier shipment.</summary>
    public static string BookLike(ShipmentId id) => $"{Book}?like={id}";

    /// <summary>The booking page with a consignee of the address book.</summary>
    public static string BookFor(Guid consignee) => $"{Book}?consignee={consignee}";

    /// <summary>The link of an invitation.</summary>
    public static string JoinWith(string token) => $"{Join}?token={Uri.EscapeDataString(token)}";

    /// <summary>The public tracking page of one article.</summary>
    public static string TrackArticle(string article) => $"/track/{Uri.EscapeDataString(article)}";

    /// <summary>The page of one pincode.</summary>
    public static string PincodeOf(string pincode) => $"/pincode?q={Uri.EscapeDataString(pincode)}";

    /// <summary>One uploaded sheet of parcels.</summary>
    public static string BulkJob(Guid id) => $"{Bulk}/{id}";

    /// <summary>One endpoint and what was sent to it.</summary>
    public static string Webhook(Guid id) => $"{Webhooks}/{id}";

    /// <summary>The page that changes one endpoint.</summary>
    public static string EditWebhook(Guid id) => $"{Webhooks}/{id}/edit";

    /// <summary>One seller's page for admins.</summary>
    public static string Seller(SellerId id) => $"/admin/sellers/{id}";
}

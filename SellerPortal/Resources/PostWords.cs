using System.Globalization;
using System.Resources;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;

namespace SellerPortal.Resources;

/// <summary>The words of the post in the reader's language: scans, reasons of failed deliveries, products.</summary>
public static class PostWords
{
    private static readonly ResourceManager Words = new(typeof(PostTexts));

    /// <summary>What a scan says. A code the portal does not know speaks in the feed's own words, or for itself.</summary>
    /// <param name="code">The feed's code.</param>
    /// <param name="description">The feed's words; they also decide who took a delivered article.</param>
    public static string Scan(string code, string? description)
    {
        if (EventCodes.StatusOf(code, description) is not { } status) return string.IsNullOrEmpty(description) ? code : description;
        return Text(status == ShipmentStatus.Returned ? "ScanDeliveredToSender" : KeyOf(code)) ?? code;
    }

    /// <summary>Why an article was not delivered; a number that is in no table is "Other reason".</summary>
    public static string Reason(NonDeliveryReason reason) => Text($"Reason{reason}") ?? Text("ReasonOthers")!;

    /// <summary>What the office does next, or null where no rule is published.</summary>
    public static string? Next(NonDeliveryReason reason) => Next(reason.Consequence());

    /// <summary>What the office does next, or null where no rule is published.</summary>
    public static string? Next(NonDeliveryConsequence consequence) => Text($"Next{consequence}");

    /// <summary>The name of a product.</summary>
    public static string Product(ProductCode product) => Text($"Product{product}") ?? product.ToCode();

    private static string? Text(string key) => Words.GetString(key, CultureInfo.CurrentUICulture);

    /// <summary>ITEM_BOOK becomes ScanItemBook.</summary>
    private static string KeyOf(string code) =>
        "Scan" + string.Concat(code.Split('_').Select(part => part[..1] + part[1..].ToLowerInvariant()));
}

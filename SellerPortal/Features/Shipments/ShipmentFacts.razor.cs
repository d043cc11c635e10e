using System.Globalization;
using Microsoft.AspNetCore.Components;
using SellerPortal.Domain.Values;
using SellerPortal.Platform;

namespace SellerPortal.Features.Shipments;

/// <summary>What was booked: to whom, for how much, for which order.</summary>
public sealed partial class ShipmentFacts
{
    [Parameter, EditorRequired]
    public required ShipmentDetail Shipment { get; set; }

    private IEnumerable<string> AddressLines =>
        new[] { Shipment.Consignee.Name, Shipment.Consignee.Company, Shipment.Consignee.Line1, Shipment.Consignee.Line2, Shipment.Consignee.Line3 }
            .Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line!);

    private IEnumerable<(string Label, Money Amount)> BillLines
    {
        get
        {
            var price = Shipment.Price;
            yield return (Texts["LinePostage", Presenter.Slab(price.Slab), Presenter.Zone(price.Zone)], price.Base);
            foreach (var addOn in AddOns(price.AddOns)) yield return addOn;
            if (price.Cgst != Money.Zero) yield return (Texts["LineCgst"], price.Cgst);
            if (price.Sgst != Money.Zero) yield return (Texts["LineSgst"], price.Sgst);
            if (price.Igst != Money.Zero) yield return (Texts["LineIgst"], price.Igst);
        }
    }

    private IEnumerable<(string Label, string Value)> References
    {
        get
        {
            var references = Shipment.References;
            if (references.GemContract is { } contract) yield return (Texts["RefGem"], contract);
            if (references.Order is { } order) yield return (Texts["RefOrder"], order);
            if (references.Invoice is { } invoice) yield return (Texts["RefInvoice"], invoice);
            if (references.EwayBill is { } bill) yield return (Texts["RefEway"], bill);
            yield return (Texts["RefContents"], Shipment.Parcel.Contents);
            if (Shipment.Parcel.DeclaredValueRupees is { } rupees) yield return (Texts["RefDeclared"], IndianFormat.Money(Money.FromRupees((long)rupees)));
            yield return (Texts["RefFrom"], Shipment.BookingOffice);
            yield return (Texts["RefTo"], Shipment.DeliveryOffice);
        }
    }

    private IEnumerable<(string Label, Money Amount)> AddOns(string booked)
    {
        foreach (var entry in booked.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = entry.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && long.TryParse(entry.AsSpan(colon + 1), NumberStyles.Integer, CultureInfo.InvariantCulture, out var paise))
            {
                yield return (Texts[$"AddOn{entry[..colon]}"], new Money(paise));
            }
        }
    }
}

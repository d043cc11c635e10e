using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;
using SellerPortal.Printing;

namespace SellerPortal.Features.Labels;

/// <summary>What stands on the label of a shipment.</summary>
internal static class ShipmentLabel
{
    /// <exception cref="InvalidOperationException">The stored article number is not one.</exception>
    public static LabelContent Of(Shipment shipment)
    {
        if (!ArticleNumber.TryParse(shipment.Article, out var article))
        {
            throw new InvalidOperationException($"Shipment {shipment.Id} has no valid article number.");
        }

        var addOns = AddOnsOf(shipment.Price);
        return new LabelContent
        {
            Article = article,
            Product = shipment.Product,
            Sender = shipment.Consignor,
            Addressee = shipment.Consignee,
            GemContract = shipment.References.GemContract,
            BookingOffice = shipment.BookingOffice,
            BookingPincode = shipment.BookingPincode,
            BookedAt = shipment.BookedAt,
            DeliveryOffice = shipment.DeliveryOffice,
            CustomerId = shipment.CustomerId,
            ContractNumber = shipment.ContractNumber,
            PhysicalWeight = new Weight(shipment.Parcel.WeightGrams),
            ChargedWeight = new Weight(shipment.Parcel.ChargeableGrams),
            Size = shipment.Parcel.Size,
            Amount = shipment.Price.Total,
            AddOns = addOns,
            InsuredValue = addOns.Contains(AddOn.Insurance) && shipment.Parcel.DeclaredValueRupees is { } rupees ? Money.FromRupees(rupees) : null,
            Order = shipment.References.Order,
            Invoice = shipment.References.Invoice,
            IsTest = shipment.SellerId.IsTest,
        };
    }

    private static List<AddOn> AddOnsOf(BookedPrice price)
    {
        var addOns = new List<AddOn>();
        foreach (var (code, _) in price.Fees())
        {
            if (AddOnCodes.TryParse(code, out var addOn)) addOns.Add(addOn);
        }

        return addOns;
    }
}

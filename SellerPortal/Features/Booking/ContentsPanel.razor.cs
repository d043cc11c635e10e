using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;
using SellerPortal.Platform;

namespace SellerPortal.Features.Booking;

/// <summary>What is in the parcel, what it is worth, and the services beside postage.</summary>
public sealed partial class ContentsPanel
{
    private string? ValueHint => Form.WantsEwayBill
        ? Texts["EwayBillWarning"]
        : Form.DeclaredValueRupees is { } rupees and > 0 ? IndianFormat.Money(Money.FromRupees(rupees)) : null;

    private string? Fee(AddOn addOn) => Form.FeeOf(addOn) is { } fee ? IndianFormat.Money(fee) : null;
}

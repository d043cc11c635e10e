using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Booking;
using SellerPortal.Resources;

namespace SellerPortal.Components.Entries;

/// <summary>The fields of an address that a seller keeps; a known pincode fills in its city and state.</summary>
public sealed partial class EntryAddressFields(IStringLocalizer<EntryTexts> texts, Snapshot<PincodeDirectory> directory)
{
    [Parameter, EditorRequired]
    public required TypedEntryAddress Address { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<BookingFault> Faults { get; set; }

    /// <summary>True for a place that parcels are fetched from, false for one they go to.</summary>
    [Parameter]
    public bool IsPickup { get; set; }

    private IStringLocalizer<EntryTexts> Texts => texts;

    private string? PlaceText
    {
        get
        {
            if (directory.Value.Check(Address.Pincode, out var place) != PincodeFault.None) return null;
            return IsPickup && directory.Value.BookingOfficeFor(place!.Pincode) is { } office
                ? Texts["BookingOffice", office.Office.Name]
                : Texts["Place", place!.MainOffice, place.State];
        }
    }

    /// <summary>The id of a field's input.</summary>
    public static string IdOf(BookingField field) => field == BookingField.FromPincode ? IdOf(BookingField.ToPincode) : $"entry-{field}";

    private string? ErrorAt(BookingField field)
    {
        foreach (var fault in Faults)
        {
            if (fault.Field() != field) continue;
            return IsPickup && Texts[$"Pickup{fault}"] is { ResourceNotFound: false } own ? own : BookingFaultWords.Of(fault);
        }

        return null;
    }

    private void TypePincode(string text)
    {
        directory.Value.Check(Address.Pincode, out var before);
        Address.Pincode = text;
        if (directory.Value.Check(text, out var place) != PincodeFault.None) return;
        if (Address.City.Length == 0 || Address.City == before?.District) Address.City = place!.District;
        Address.State = place!.State;
    }
}

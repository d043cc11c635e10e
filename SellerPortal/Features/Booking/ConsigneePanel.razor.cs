using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;
using SellerPortal.Resources;

namespace SellerPortal.Features.Booking;

/// <summary>
/// To whom the parcel goes; city and state come from the pincode and can be changed. The address book fills everything
/// in, and takes what was typed.
/// </summary>
public sealed partial class ConsigneePanel(BookingAddressBook book, ILogger<ConsigneePanel> log)
{
    private string _search = "";
    private IReadOnlyList<FoundConsignee>? _found;
    private string? _kept;
    private bool _keeping;

    /// <summary>Counts the searches; an answer to one that is no longer asked is dropped.</summary>
    private int _searches;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    private bool IsFromPincode => !Form.Fields.CityIsTyped && Form.Fields.City.Length > 0;

    private Task TypeCityAsync(string city) => SetAsync(() => (Form.Fields.City, Form.Fields.CityIsTyped) = (city, true));

    private async Task FindAsync(string text)
    {
        (_search, _kept) = (text, null);
        var search = ++_searches;
        if (text.Trim().Length < 2)
        {
            _found = null;
            return;
        }

        try
        {
            var found = await book.FindAsync(await ActorAsync(), text, CancellationToken.None);
            if (search == _searches) _found = found;
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            // The fields can be filled in without the address book.
            log.LogWarning(fault, "The address book could not be searched.");
            _found = null;
        }
    }

    private Task TakeAsync(FoundConsignee consignee)
    {
        (_search, _found, _kept) = ("", null, null);
        _searches++;
        return SetAsync(() => Form.SendTo(consignee.Address, consignee.Email));
    }

    private async Task KeepAsync()
    {
        if (_keeping) return;
        _keeping = true;
        try
        {
            _kept = TextOf(await book.KeepAsync(await ActorAsync(), Form.Consignee, CancellationToken.None));
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            log.LogError(fault, "A consignee could not be kept.");
            _kept = Texts["KeepFailed"];
        }
        finally
        {
            _keeping = false;
        }
    }

    private string TextOf(KeepResult result) => result switch
    {
        { Outcome: KeepOutcome.Kept } => Texts["KeptConsignee"],
        { Outcome: KeepOutcome.TooMany } => Texts["KeepTooMany"],
        { Faults: [var first, ..] } => BookingFaultWords.Of(first),
        { EntryFaults: [EntryFault.NameTaken, ..] } => Texts["KeptBefore"],
        _ => Texts["KeepFailed"],
    };

    private async Task<Actor> ActorAsync() => (await Authentication).User.ToActor();
}

using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain;
using SellerPortal.Platform.Security;
using SellerPortal.Platform;
using SellerPortal.Resources;

namespace SellerPortal.Features.Booking;

/// <summary>Books one parcel. What is typed is kept as a draft, and the form's key makes sure it is booked once.</summary>
public sealed partial class BookShipmentPage(
    OpenBookingDesk openDesk,
    BookShipment bookShipment,
    BookingDrafts drafts,
    BookingAddressBook book,
    Snapshot<PincodeDirectory> directory,
    IBookingPrices prices,
    IStringLocalizer<BookingTexts> texts,
    NavigationManager navigation,
    IJSRuntime js,
    TimeProvider time,
    ILogger<BookShipmentPage> log) : IAsyncDisposable
{
    private static readonly TimeSpan SaveAfter = TimeSpan.FromMilliseconds(700);

    private IJSObjectReference? _module;
    private Actor? _actor;
    private Guid? _seen;
    private string? _focus;
    private bool _busy;

    /// <summary>Counts the changes; a save that finds a newer one leaves the work to it.</summary>
    private int _changes;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    /// <summary>The shipment whose confirmation is shown; in the address, so that a reload shows it again.</summary>
    [SupplyParameterFromQuery(Name = "booked")]
    public Guid? BookedId { get; set; }

    /// <summary>An earlier shipment whose data the form begins with.</summary>
    [SupplyParameterFromQuery(Name = "like")]
    public Guid? LikeId { get; set; }

    /// <summary>A delivered shipment whose way back is to be booked.</summary>
    [SupplyParameterFromQuery(Name = "return")]
    public Guid? ReturnId { get; set; }

    /// <summary>A consignee of the address book whom the parcel goes to.</summary>
    [SupplyParameterFromQuery(Name = "consignee")]
    public Guid? ConsigneeId { get; set; }

    /// <summary>Carried over from prerendering to the circuit, so that the database is asked once.</summary>
    [PersistentState]
    public BookingDesk? Desk { get; set; }

    private IStringLocalizer<BookingTexts> Texts => texts;

    private BookingForm? Form { get; set; }

    private BookedShipment? Booked { get; set; }

    private string? Notice { get; set; }

    private string? SavedText { get; set; }

    private string Title => Texts[Form?.Fields.ReturnOf is null ? "Title" : "ReturnTitle"];

    private bool MayBook => Desk?.Status == SellerStatus.Approved;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _actor = (await Authentication).User.ToActor();
        Desk ??= await openDesk.ExecuteAsync(_actor, BookedId, LikeId, ReturnId, Leaving);
        if (Desk is null) return;
        Form = new BookingForm(directory.Value, prices, Desk, NewKey(), Today);
        Booked = Desk.Booked;
        if (ConsigneeId is { } consignee && Booked is null && await book.ReadAsync(_actor, consignee, Leaving) is { } found) Form.SendTo(found.Address, found.Email);
        if (Desk.DraftSavedAt is { } saved) SavedText = Texts["DraftSaved", IndianFormat.Time(saved)];
        if (Booked is not null) _seen = Desk.DraftKey;
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && Form is not null)
        {
            _module = await js.InvokeAsync<IJSObjectReference>("import", "/js/booking.js");
            await _module.InvokeVoidAsync("listen");
            _focus ??= Booked is null && Form.Fields.To.Length == 0 ? BookingPanel.IdOf(BookingField.ToPincode) : null;
        }

        if (_focus is { } id && _module is not null)
        {
            _focus = null;
            await _module.InvokeVoidAsync("focus", id);
        }

        // Only here the seller has the confirmation on the screen; until then the draft's key leads back to it.
        if (_seen is { } key && Booked is not null)
        {
            _seen = null;
            await drafts.DiscardAsync(_actor!, key, CancellationToken.None);
        }
    }

    private Guid NewKey() => Guid.CreateVersion7(time.GetUtcNow());

    private DateOnly Today() => IndianFormat.DayOf(time.GetUtcNow());

    private void Changed()
    {
        Notice = null;
        _ = SaveSoonAsync(++_changes);
    }

    private async Task SaveSoonAsync(int change)
    {
        try
        {
            await Task.Delay(SaveAfter, time, Leaving);
            if (change != _changes || Form is null) return;
            var saved = await drafts.SaveAsync(_actor!, Form.Fields.Key, Form.ToJson(), Leaving);
            SavedText = saved is { } at ? Texts["DraftSaved", IndianFormat.Time(at)] : Texts["DraftTooLong"];
            await InvokeAsync(StateHasChanged);
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
        }
        catch (Exception error)
        {
            log.LogWarning(error, "A booking draft could not be saved.");
        }
    }

    private async Task BookAsync()
    {
        if (_busy || !MayBook || Form is null || Booked is not null) return;
        Notice = null;
        if (Form.Try() is not { } input)
        {
            if (Form.Faults.Count > 0) _focus = BookingPanel.IdOf(Form.Faults[0].Field());
            return;
        }

        _busy = true;
        try
        {
            _changes++;
            await drafts.SaveAsync(_actor!, input.Key, Form.ToJson(), Leaving);
            Take(await bookShipment.ExecuteAsync(_actor!, input, Leaving));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "A booking failed.");
            Say(Texts["FailedNotice"]);
        }
        finally
        {
            _busy = false;
        }
    }

    private void Take(BookingResult result)
    {
        switch (result)
        {
            case BookingResult.Booked booked:
                Booked = booked.Shipment;
                _seen = Form!.Fields.Key;
                _focus = "book-print";
                navigation.NavigateTo($"{PortalUrls.Book}?booked={booked.Shipment.Id}", replace: true);
                break;
            case BookingResult.Refused refused:
                Form!.Refuse(refused.Faults);
                _focus = BookingPanel.IdOf(refused.Faults[0].Field());
                break;
            case BookingResult.PriceChanged changed:
                Form!.Refresh();
                Say(Texts["PriceChangedNotice", IndianFormat.Money(changed.Offer.Total)]);
                break;
            case BookingResult.ProductUnavailable gone:
                Form!.Refresh();
                Say(Texts["ProductGoneNotice", PostWords.Product(gone.Product)]);
                break;
            case BookingResult.RangeExhausted exhausted:
                Say(Texts["RangeExhaustedNotice", PostWords.Product(exhausted.Product)]);
                break;
            case BookingResult.ReturnRefused refused:
                Say(Texts[$"NoReturn{refused.Reason}"]);
                break;
            case BookingResult.KeyUsed used:
                Form!.Fields.Key = NewKey();
                Say(Texts["KeyUsedNotice", used.Shipment.Article]);
                break;
            case BookingResult.NotApproved:
                Desk = Desk! with { Status = SellerStatus.Pending };
                break;
            case BookingResult.NotASeller:
                Desk = null;
                break;
        }
    }

    private void Say(string notice)
    {
        Notice = notice;
        _focus = "book-said";
    }

    private async Task FocusAsync(string id)
    {
        if (_module is not null) await _module.InvokeVoidAsync("focus", id);
    }

    private void AnotherAsync()
    {
        Form!.Next(NewKey());
        Begin();
    }

    private async Task StartOverAsync()
    {
        _changes++;
        await drafts.DiscardAsync(_actor!, Form!.Fields.Key, Leaving);
        Form.StartOver(NewKey());
        Begin();
    }

    private void Begin()
    {
        Booked = null;
        Notice = null;
        SavedText = null;
        _focus = BookingPanel.IdOf(BookingField.ToPincode);
        navigation.NavigateTo(PortalUrls.Book, replace: true);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        if (_module is null) return;
        try
        {
            await _module.InvokeVoidAsync("unlisten");
            await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the listener with it.
        }
    }
}

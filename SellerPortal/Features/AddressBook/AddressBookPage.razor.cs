using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using SellerPortal.Components.Entries;
using SellerPortal.Data.Sellers;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Sellers;
using SellerPortal.Platform;

namespace SellerPortal.Features.AddressBook;

/// <summary>A seller's address book: find, add, change and remove consignees.</summary>
public sealed partial class AddressBookPage
{
    [Inject]
    private ReadAddressBook Read { get; set; } = null!;

    [Inject]
    private ConsigneeStore Store { get; set; } = null!;

    [Inject]
    private RemoveConsignee Removal { get; set; } = null!;

    /// <summary>The form; null while it is closed.</summary>
    private TypedConsignee? Typed { get; set; }

    private Dictionary<string, object?> SearchAttributes => new() { ["aria-label"] = Texts["SearchLabel"].Value };

    /// <inheritdoc/>
    protected override string TooManyText => Texts["TooMany"];

    /// <inheritdoc/>
    protected override AddressBookFilter Parse(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        var page = int.TryParse(values.GetValueOrDefault("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1;
        return new AddressBookFilter(values.GetValueOrDefault("q").ToString().Trim(), page);
    }

    /// <inheritdoc/>
    protected override Task<AddressBookPageOf> ReadAsync(Actor actor, AddressBookFilter filter, CancellationToken token) =>
        Read.ExecuteAsync(actor, filter, token);

    private static string UrlOf(string text, int page)
    {
        Dictionary<string, string?> query = [];
        if (text.Length > 0) query["q"] = text;
        if (page > 1) query["page"] = page.ToString(CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString(PortalUrls.AddressBook, query);
    }

    private void Search(string? text) => Show(UrlOf(text?.Trim() ?? "", 1));

    private void Add()
    {
        Typed = new TypedConsignee { Id = Guid.CreateVersion7(Clock.GetUtcNow()) };
        Begin(NameId);
    }

    private void Edit(ConsigneeRow row)
    {
        Typed = TypedConsignee.Of(row);
        Begin(NameId);
    }

    private void Close() => Typed = null;

    private async Task SaveAsync()
    {
        if (Typed is not { } typed) return;
        var form = new ConsigneeForm(typed.Nickname, typed.Email, typed.Address.ToInput());
        var saved = await ActAsync(
            actor => typed.Version is { } version
                ? Store.ChangeAsync(actor, typed.Id, version, form, Leaving)
                : Store.AddAsync(actor, typed.Id, form, Leaving),
            Words["Saved", typed.Nickname.Trim()],
            FirstField);

        // What was changed meanwhile is to be looked at before it is changed again.
        if (saved || Result.Outcome is KeepOutcome.ChangedMeanwhile or KeepOutcome.Missing) Close();
    }

    private async Task RemoveAsync(ConsigneeRow row)
    {
        if (Typed?.Id == row.Id) Close();
        await ActAsync(actor => Removal.ExecuteAsync(actor, row.Id, Leaving), Words["Removed", row.Nickname]);
    }

    private static string FirstField(KeepResult result) => result switch
    {
        { EntryFaults: [not EntryFault.EmailMalformed, ..] } => NameId,
        { Faults: [var first, ..] } => EntryAddressFields.IdOf(first.Field()),
        _ => ConsigneeEditor.EmailId,
    };
}

using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Platform;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.ArticleNumbers;

/// <summary>The form that adds a range; each fault stands at its field.</summary>
public sealed partial class AddRangePanel(AddRange addRange)
{
    private ProductCode _product = ProductCode.SpeedPostParcel;
    private string _contract = "";
    private string _prefix = "";
    private string _first = "";
    private string _last = "";
    private string _warnAt = ArticleNumberRange.DefaultWarnAt.ToString(CultureInfo.InvariantCulture);
    private AddRangeResult _result = new(AllotmentFault.None);
    private bool _busy;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ProductCode> Products { get; set; }

    /// <summary>A product's name in the current language.</summary>
    [Parameter, EditorRequired]
    public required Func<ProductCode, string> NameOf { get; set; }

    /// <summary>Told when a range was added.</summary>
    [Parameter]
    public EventCallback<ArticleNumberAllotment> Added { get; set; }

    private ArticleNumberAllotment Allotment => new()
    {
        Product = _product,
        ContractNumber = string.IsNullOrWhiteSpace(_contract) ? null : _contract.Trim(),
        Prefix = _prefix.Trim().ToUpperInvariant(),
        First = Serial(_first),
        Last = Serial(_last),
        WarnAt = Serial(_warnAt),
    };

    private string HoldsText => Allotment is var allotment && allotment.Check() == AllotmentFault.None
        ? Texts[
            "Holds",
            IndianFormat.Number(allotment.Last - allotment.First + 1L),
            ArticleNumber.Of(allotment.Prefix, allotment.First),
            ArticleNumber.Of(allotment.Prefix, allotment.Last)]
        : Texts["SerialHint"];

    private static int Serial(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var serial) ? serial : -1;

    private string? ErrorAt(params ReadOnlySpan<AllotmentFault> faults)
    {
        if (!faults.Contains(_result.Fault)) return null;
        return _result.Overlapped is { } other
            ? Texts["FaultOverlaps", other.Prefix, other.First.ToString("D8", CultureInfo.InvariantCulture), other.Last.ToString("D8", CultureInfo.InvariantCulture)]
            : Texts[$"Fault{_result.Fault}"];
    }

    private async Task AddAsync()
    {
        if (_busy) return;
        _busy = true;
        try
        {
            var allotment = Allotment;
            _result = await addRange.ExecuteAsync((await Authentication).User.ToActor(), allotment, CancellationToken.None);
            if (_result.Fault != AllotmentFault.None) return;
            (_prefix, _first, _last, _contract) = ("", "", "", "");
            await Added.InvokeAsync(allotment);
        }
        finally
        {
            _busy = false;
        }
    }
}

using SellerPortal.Platform;

namespace SellerPortal.Features.Booking;

/// <summary>Pincodes, weight and size: all that a price needs.</summary>
public sealed partial class WherePanel
{
    private bool _wantsOwn;

    private ParcelPreset? Chosen => Form.Presets.FirstOrDefault(preset => preset.Fits(Form.Fields));

    private bool IsOwn => _wantsOwn || (Chosen is null && Form.Fields is { Length.Length: > 0 } or { Breadth.Length: > 0 } or { Height.Length: > 0 });

    private string? FromHint => Form.From is { } from ? Texts["FromHint", from.MainOffice, from.State].Value : null;

    private string? ToHint => Form.To is { } to ? Texts["ToHint", to.MainOffice, to.State].Value : null;

    private string WeightHint => Form.WeightGrams is { } grams and > 0 ? IndianFormat.Grams(grams) : Texts["WeightHint"];

    private Task SendFromAsync(Guid? id) => id is { } chosen ? SetAsync(() => Form.SendFrom(chosen)) : Task.CompletedTask;

    private Task ChooseAsync(ParcelPreset preset)
    {
        _wantsOwn = false;
        return SetAsync(() => preset.WriteTo(Form.Fields));
    }

    private Task OwnAsync()
    {
        _wantsOwn = true;
        return Task.CompletedTask;
    }

    private Task NoneAsync()
    {
        _wantsOwn = false;
        return SetAsync(() => (Form.Fields.Length, Form.Fields.Breadth, Form.Fields.Height) = ("", "", ""));
    }
}

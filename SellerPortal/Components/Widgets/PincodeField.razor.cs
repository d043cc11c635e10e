using Microsoft.AspNetCore.Components;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;

namespace SellerPortal.Components.Widgets;

/// <summary>
/// Six digits for an interactive page, checked against the directory as they are typed: the office and state when the
/// pincode exists, else one sentence about the fault. While digits are still missing it says nothing.
/// </summary>
public sealed partial class PincodeField
{
    private static readonly Dictionary<string, object?> InputAttributes = new(StringComparer.Ordinal) { ["autocomplete"] = "postal-code" };

    private bool left;
    private PincodeFault fault;
    private PincodeEntry? entry;

    [Inject]
    public required Snapshot<PincodeDirectory> Directory { get; set; }

    /// <summary>What is typed, as it is.</summary>
    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public EventCallback<string?> ValueChanged { get; set; }

    /// <summary>The name of the field; "Pincode" when left out.</summary>
    [Parameter]
    public string? Label { get; set; }

    [Parameter]
    public bool Required { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>Called with the entry when a typed pincode exists, and with null when it no longer does.</summary>
    [Parameter]
    public EventCallback<PincodeEntry?> EntryFound { get; set; }

    /// <summary>A fault is told once nothing more can mend it by typing on, or the field was left.</summary>
    private string? Complaint => fault switch
    {
        PincodeFault.None => null,
        PincodeFault.Empty => left && Required ? Texts.Fault(fault) : null,
        PincodeFault.NotSixDigits when !left && (Value?.Length ?? 0) < 6 => null,
        _ => Texts.Fault(fault),
    };

    private string? Confirmation => entry is null ? null : Texts.Found(entry);

    /// <inheritdoc/>
    protected override void OnParametersSet() => fault = Directory.Value.Check(Value, out entry);

    private async Task ChangeAsync(string? text)
    {
        var before = entry;
        var faultOfText = Directory.Value.Check(text, out var found);
        (fault, entry) = (faultOfText, found);
        await ValueChanged.InvokeAsync(text);
        if (before != found) await EntryFound.InvokeAsync(found);
    }

    private void Leave() => left = true;
}

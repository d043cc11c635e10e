using Microsoft.AspNetCore.Components;

namespace SellerPortal.Features.Booking;

/// <summary>
/// One field of the booking form: label, input, and below it the hint or the fault. Every keystroke is told at once and
/// in order, so that what Ctrl+Enter books is what stands in the field. It is bound and not merely listened to: only then
/// does an answer that comes late not overwrite what was typed meanwhile.
/// </summary>
public sealed partial class BookingInput
{
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required string Value { get; set; }

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    /// <summary>What is wrong with the field and what to do, or null.</summary>
    [Parameter]
    public string? Error { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    /// <summary>"ok" for a good answer, "warn" for a warning.</summary>
    [Parameter]
    public string? HintKind { get; set; }

    /// <summary>Says beside the label that the field may stay empty.</summary>
    [Parameter]
    public string? Optional { get; set; }

    [Parameter]
    public string? Unit { get; set; }

    [Parameter]
    public string? Placeholder { get; set; }

    [Parameter]
    public string InputMode { get; set; } = "text";

    [Parameter]
    public int MaxLength { get; set; } = 80;

    [Parameter]
    public bool Mono { get; set; }

    /// <summary>True for a field that is shown and not for the seller to change.</summary>
    [Parameter]
    public bool ReadOnly { get; set; }

    [Parameter]
    public bool Autofocus { get; set; }

    [Parameter]
    public string? Class { get; set; }

    private string? HintId => Error is null && Hint is null ? null : $"{Id}-hint";

    private Task TypeAsync(string? text) => ValueChanged.InvokeAsync(text ?? "");
}

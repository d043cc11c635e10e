using Microsoft.AspNetCore.Components;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.FailedDeliveries;

/// <summary>One form for each thing that can be asked of the office.</summary>
public sealed partial class InstructionForms
{
    [Parameter, EditorRequired]
    public required FailureDetail Detail { get; set; }

    /// <summary>What is wrong with the form sent last.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<InstructionFault> Faults { get; set; }

    /// <summary>The form sent last.</summary>
    [Parameter]
    public InstructionKind? Tried { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    /// <summary>Sends a form.</summary>
    [Parameter]
    public EventCallback<InstructionInput> OnGive { get; set; }

    private DateOnly? Day { get; set; }

    private AddressForm Phone { get; } = new();

    private AddressForm Correction { get; set; } = new();

    private AddressForm Other { get; } = new();

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Correction = AddressForm.Of(Detail.Consignee);
        Day = Detail.Days.Count > 0 ? Detail.Days[0] : null;
    }

    private static string FieldOf(InstructionFault fault) => fault switch
    {
        InstructionFault.DayMissing or InstructionFault.DayPast or InstructionFault.DayTooFar or InstructionFault.DayAfterKept or InstructionFault.DayWithoutDelivery => "day",
        InstructionFault.MobileMalformed or InstructionFault.MobileSame => "mobile",
        InstructionFault.NameMissing or InstructionFault.NameLength => "name",
        InstructionFault.CompanyLength => "company",
        InstructionFault.LinesMissing or InstructionFault.LinesTooLong or InstructionFault.AddressSame => "line1",
        InstructionFault.CityMissing or InstructionFault.CityLength => "city",
        InstructionFault.PincodeMalformed or InstructionFault.PincodeUnknown or InstructionFault.PincodeNoDelivery => "pincode",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "There is no such fault."),
    };

    /// <summary>The most usual thing to ask that is possible stands open; after a fault the form that has it.</summary>
    private bool IsOpen(InstructionKind kind) => kind == (Faults.Count > 0 ? Tried : Detail.Days.Count > 0 ? InstructionKind.DeliverAgain : InstructionKind.ReturnToSender);

    private string? FaultAt(InstructionKind kind, string field)
    {
        if (kind != Tried) return null;
        var index = Faults.ToList().FindIndex(fault => FieldOf(fault) == field);
        return index < 0 ? null : Texts[$"Fault{Faults[index]}"].Value;
    }

    /// <summary>A mark for the field that takes the focus; another one after every send.</summary>
    private object? FocusAt(InstructionKind kind, string field) => kind == Tried && Faults.Count > 0 && FieldOf(Faults[0]) == field ? Faults : null;

    private Task SendAsync(InstructionInput input) => OnGive.InvokeAsync(input);
}

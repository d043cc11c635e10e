using System.ComponentModel.DataAnnotations;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Shipments;
using SellerPortal.Platform.Api;

namespace SellerPortal.Features.FailedDeliveries;

/// <summary>What the office is to do. Only the members of the kind are read.</summary>
public sealed record InstructionRequest
{
    /// <summary>DeliverAgain with deliverOn, CorrectPhone with mobile, CorrectAddress with address, Redirect with address, pincode and mobile, or ReturnToSender alone.</summary>
    public required InstructionKind Kind { get; init; }

    /// <summary>The day of another delivery, one of those that reading the instructions names.</summary>
    public DateOnly? DeliverOn { get; init; }

    /// <summary>The right number, or the number at the other address.</summary>
    [MaxLength(20)]
    public string? Mobile { get; init; }

    /// <summary>The right address at the same pincode, or the other address.</summary>
    public InstructionAddressRequest? Address { get; init; }

    /// <summary>The pincode of the other address.</summary>
    [MaxLength(10)]
    public string? Pincode { get; init; }

    internal InstructionInput ToInput() => new()
    {
        Kind = Kind,
        DeliverOn = DeliverOn,
        Mobile = Mobile,
        Address = Address is { } typed ? new TypedAddress(typed.Name, typed.Company, typed.Line1, typed.Line2, typed.Line3, typed.City, State: null) : null,
        Pincode = Pincode,
    };
}

/// <summary>To whom and where within a pincode; its state is the directory's.</summary>
public sealed record InstructionAddressRequest : AddressLinesRequest
{
    [MaxLength(200)]
    public required string Name { get; init; }

    [MaxLength(200)]
    public string? Company { get; init; }

    [MaxLength(100)]
    public required string City { get; init; }
}

/// <summary>What was asked of the office.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What is to be done.</param>
/// <param name="GivenAt">When it was given.</param>
/// <param name="DeliverOn">The day of the delivery asked for.</param>
/// <param name="Before">The number or the address that was there before, in lines.</param>
/// <param name="After">The number or the address that is to be, in lines.</param>
/// <param name="KeptUntil">The last day on which the office keeps the parcel.</param>
/// <param name="Outcome">How it ended; left out while it is open.</param>
/// <param name="ClosedAt">When it ended.</param>
public sealed record InstructionAnswer(
    Guid Id, InstructionKind Kind, DateTimeOffset GivenAt, DateOnly? DeliverOn, string? Before, string? After, DateOnly? KeptUntil, InstructionOutcome? Outcome, DateTimeOffset? ClosedAt)
{
    internal static InstructionAnswer Of(DeliveryInstruction instruction) => new(
        instruction.Id, instruction.Kind, instruction.GivenAt, instruction.DeliverOn, instruction.Before, instruction.After, instruction.Deadline, instruction.Outcome, instruction.ClosedAt);
}

/// <summary>What was asked of the office for a shipment, and what can be asked.</summary>
/// <param name="Possible">True when an instruction can be given now.</param>
/// <param name="Reason">Why not, such as delivered, travelling or not_handed_over; left out when it can.</param>
/// <param name="Days">The days for which another delivery can be asked.</param>
/// <param name="Items">All instructions so far, the latest first.</param>
public sealed record InstructionsAnswer(bool Possible, string? Reason, IReadOnlyList<DateOnly> Days, IReadOnlyList<InstructionAnswer> Items)
{
    internal static InstructionsAnswer Of(FailureDetail detail) => new(
        detail.WhyNot is null, detail.WhyNot is { } reason ? InstructionEndpoints.CodeOf(reason.ToString()) : null, detail.Days, [.. detail.Instructions.Select(InstructionAnswer.Of)]);
}

using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.FailedDeliveries;

/// <summary>An instruction as it is typed; only the fields of its kind are read.</summary>
public sealed record InstructionInput
{
    public required InstructionKind Kind { get; init; }

    /// <summary>The day of another delivery.</summary>
    public DateOnly? DeliverOn { get; init; }

    /// <summary>The corrected number, or the number at the other address.</summary>
    public string? Mobile { get; init; }

    /// <summary>The corrected or the other address.</summary>
    public TypedAddress? Address { get; init; }

    /// <summary>The pincode of the other address; a correction stays within the old one.</summary>
    public string? Pincode { get; init; }
}

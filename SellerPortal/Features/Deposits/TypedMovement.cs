using SellerPortal.Domain.Sellers;
using SellerPortal.Platform;

namespace SellerPortal.Features.Deposits;

/// <summary>A movement in the form, as typed.</summary>
public sealed class TypedMovement
{
    /// <summary>Made with the form; records one movement, however often it is sent.</summary>
    public required Guid Id { get; init; }

    public string CustomerId { get; set; } = "";

    public DepositKind Kind { get; set; } = DepositKind.Payment;

    public string Amount { get; set; } = "";

    public DateOnly? Day { get; set; }

    public string Receipt { get; set; } = "";

    public string Reason { get; set; } = "";

    /// <summary>What the use case is told.</summary>
    public NewMovement ToMovement() => new(Kind, TypedMeasures.Amount(Amount), Day, Receipt, Reason);
}

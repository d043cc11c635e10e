namespace SellerPortal.Domain.Access;

/// <summary>Who is acting: the account, its roles and the seller it belongs to. Every use case is told.</summary>
public sealed record Actor
{
    public required Guid UserId { get; init; }

    /// <summary>The seller this account books for; null for staff.</summary>
    public SellerId? SellerId { get; init; }

    /// <summary>True in the test mode: see <see cref="Domain.SellerId.IsTest"/>.</summary>
    public bool IsTest => SellerId is { IsTest: true };

    public required IReadOnlySet<string> Roles { get; init; }

    /// <summary>What the account may do for its seller; without meaning for staff.</summary>
    public TeamRole Team { get; init; }

    /// <summary>True for an account that may book and change things for its seller.</summary>
    public bool MayWrite => SellerId is not null && Team != TeamRole.ViewOnly;

    /// <summary>True for a colleague who sees what is the seller's and changes none of it.</summary>
    public bool OnlyReads => SellerId is not null && Team == TeamRole.ViewOnly;

    /// <summary>True for an owner among the seller's colleagues.</summary>
    public bool IsOwner => SellerId is not null && Team == TeamRole.Owner;

    public bool IsAdmin => Roles.Contains(Access.Roles.Admin);

    /// <summary>True for those who may see every seller's shipments: admins and the staff of post offices.</summary>
    public bool SeesAllShipments => IsAdmin || Roles.Contains(Access.Roles.PostalStaff);
}

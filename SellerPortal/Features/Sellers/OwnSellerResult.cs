namespace SellerPortal.Features.Sellers;

/// <summary>How a change of one's own registration went.</summary>
public enum OwnSellerOutcome
{
    Saved,

    /// <summary>Something typed is wrong; the faults say what.</summary>
    Faulty,

    /// <summary>The registration changed while the page was open: an admin decided, or another window saved.</summary>
    ChangedMeanwhile,

    /// <summary>The account belongs to no seller.</summary>
    Missing,

    /// <summary>The account only reads.</summary>
    NotAllowed,
}

/// <summary>The outcome, and what was wrong.</summary>
public sealed record OwnSellerResult(OwnSellerOutcome Outcome, IReadOnlyList<SellerFault> Faults)
{
    public static OwnSellerResult Saved { get; } = new(OwnSellerOutcome.Saved, []);

    public static OwnSellerResult ChangedMeanwhile { get; } = new(OwnSellerOutcome.ChangedMeanwhile, []);

    public static OwnSellerResult Missing { get; } = new(OwnSellerOutcome.Missing, []);

    public static OwnSellerResult NotAllowed { get; } = new(OwnSellerOutcome.NotAllowed, []);
}

using SellerPortal.Domain.Sellers;

namespace SellerPortal.Features.Sellers;

/// <summary>How a decision about a seller went.</summary>
public enum DecisionOutcome
{
    Done,

    /// <summary>There is no such seller.</summary>
    NotFound,

    /// <summary>Another admin approved or rejected since the page was opened, or the seller changed the registration.</summary>
    ChangedMeanwhile,

    /// <summary>No customer id is left in the series.</summary>
    NoCustomerId,

    /// <summary>No contract number is left in the series.</summary>
    NoContractNumber,

    /// <summary>A rejection needs a reason.</summary>
    ReasonMissing,

    /// <summary>The reason is longer than 500 characters.</summary>
    ReasonTooLong,
}

/// <summary>The outcome, and the seller as it stands now.</summary>
public sealed record DecisionResult(DecisionOutcome Outcome, Seller? Seller = null);

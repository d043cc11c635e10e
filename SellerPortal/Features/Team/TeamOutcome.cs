namespace SellerPortal.Features.Team;

/// <summary>How a change of a team ended.</summary>
public enum TeamOutcome
{
    Done,

    /// <summary>Only an owner changes the team.</summary>
    NotAllowed,

    /// <summary>The seller has no such colleague or invitation, or has it no more.</summary>
    Missing,

    EmailMalformed,

    /// <summary>The address is the owner's own.</summary>
    Yourself,

    /// <summary>The address is a colleague's.</summary>
    AlreadyColleague,

    /// <summary>The address has an account for something else; an account belongs to one seller.</summary>
    HasAccount,

    /// <summary>An invitation to the address is open.</summary>
    AlreadyInvited,

    /// <summary>All places of the team are taken.</summary>
    TooMany,

    /// <summary>The same invitation was sent less than a minute ago.</summary>
    TooSoon,

    /// <summary>The letters of a day are used up.</summary>
    TooManyLetters,

    /// <summary>A team is never without an owner.</summary>
    LastOwner,
}

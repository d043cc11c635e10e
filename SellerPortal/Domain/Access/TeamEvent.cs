namespace SellerPortal.Domain.Access;

/// <summary>Something that was done to a seller's team. It keeps names in words, because accounts of colleagues who left are gone.</summary>
public sealed class TeamEvent
{
    /// <summary>The longest name of who did it.</summary>
    public const int LongestName = 80;

    private TeamEvent()
    {
    }

    public Guid Id { get; private set; }

    public SellerId SellerId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public TeamEventKind Kind { get; private set; }

    /// <summary>The account that did it.</summary>
    public Guid By { get; private set; }

    /// <summary>The name of that account at the time.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>The e-mail address of whom it was done to.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>The role that was given, where one was.</summary>
    public TeamRole? Role { get; private set; }

    public static TeamEvent Of(SellerId seller, TeamEventKind kind, Guid by, string byName, string subject, TeamRole? role, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        SellerId = seller,
        At = now,
        Kind = kind,
        By = by,
        ByName = byName.Length > LongestName ? byName[..LongestName] : byName,
        Subject = subject,
        Role = role,
    };
}

/// <summary>What was done to a team.</summary>
public enum TeamEventKind
{
    /// <summary>A colleague was invited.</summary>
    Invited,

    /// <summary>The invitation was sent once more, with a new link.</summary>
    InvitedAgain,

    /// <summary>The invitation was taken back.</summary>
    Withdrawn,

    /// <summary>Whom it went to made an account.</summary>
    Joined,

    /// <summary>A colleague has another role now.</summary>
    RoleChanged,

    /// <summary>A colleague's account was removed.</summary>
    Removed,
}

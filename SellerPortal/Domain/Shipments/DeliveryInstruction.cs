namespace SellerPortal.Domain.Shipments;

/// <summary>
/// What a seller asks of the office that could not deliver an article. A later instruction takes the place of an open
/// one; the scans of the post close it.
/// </summary>
public sealed class DeliveryInstruction
{
    /// <summary>The longest text of what was and of what is to be: an address in lines.</summary>
    public const int LongestText = 600;

    private DeliveryInstruction()
    {
    }

    public Guid Id { get; private set; }

    public ShipmentId ShipmentId { get; private set; }

    public InstructionKind Kind { get; private set; }

    /// <summary>The day of the delivery asked for; null for every other kind.</summary>
    public DateOnly? DeliverOn { get; private set; }

    /// <summary>The mobile number or address that was there before, in lines.</summary>
    public string? Before { get; private set; }

    /// <summary>The mobile number or address that is to hold, in lines.</summary>
    public string? After { get; private set; }

    /// <summary>The account that gave it.</summary>
    public Guid GivenBy { get; private set; }

    public DateTimeOffset GivenAt { get; private set; }

    /// <summary>The last day on which the office keeps the article without it; null when none is known.</summary>
    public DateOnly? Deadline { get; private set; }

    /// <summary>When it was done with; null while it is open. At most one of an article is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>How it ended; null while it is open.</summary>
    public InstructionOutcome? Outcome { get; private set; }

    /// <summary>Changed at every save; two changes at once cannot overwrite each other.</summary>
    public Guid Version { get; private set; }

    public bool IsOpen => ClosedAt is null;

    /// <summary>True when the day asked for is over and no scan answered it: somebody has to decide anew.</summary>
    public bool IsOverdue(DateOnly today) => IsOpen && DeliverOn < today;

    /// <summary>A new instruction; see <see cref="DeliveryInstructions"/> for when it may be given.</summary>
    public static DeliveryInstruction Give(ShipmentId shipment, Wanted wanted, Guid by, DateOnly? deadline, DateTimeOffset now, Guid? id = null) => new()
    {
        Id = id ?? Guid.CreateVersion7(now),
        ShipmentId = shipment,
        Kind = wanted.Kind,
        DeliverOn = wanted.DeliverOn,
        Before = wanted.Before,
        After = wanted.After,
        GivenBy = by,
        GivenAt = now,
        Deadline = deadline,
    };

    /// <summary>True when it asks for the same.</summary>
    public bool Asks(Wanted wanted) => (Kind, DeliverOn, After) == (wanted.Kind, wanted.DeliverOn, wanted.After);

    /// <summary>Ends it because another one takes its place.</summary>
    public void Replace(DateTimeOffset now) => Close(InstructionOutcome.Replaced, now);

    /// <summary>Ends it because the sender calls the article back.</summary>
    public void EndByRecall(DateTimeOffset now) => Close(InstructionOutcome.Recalled, now);

    /// <summary>Takes note of news of its article; closes when the news is its answer.</summary>
    public void Hear(ShipmentChange news)
    {
        if (!IsOpen || OutcomeOf(news) is not { } outcome) return;
        Close(outcome, news.At > GivenAt ? news.At : news.RecordedAt);
    }

    private InstructionOutcome? OutcomeOf(ShipmentChange news) => news.Status switch
    {
        ShipmentStatus.Delivered => InstructionOutcome.Delivered,
        ShipmentStatus.Returning or ShipmentStatus.Returned => InstructionOutcome.Returned,
        ShipmentStatus.Cancelled => InstructionOutcome.Cancelled,
        ShipmentStatus.Redirected when Kind == InstructionKind.Redirect && news.At > GivenAt => InstructionOutcome.Redirected,
        // A failure that happened before it was given and is only told now is not its answer.
        ShipmentStatus.AttemptFailed when news.At > GivenAt => InstructionOutcome.FailedAgain,
        _ => null,
    };

    private void Close(InstructionOutcome outcome, DateTimeOffset now)
    {
        if (!IsOpen) throw new DomainRuleException("instruction.closed", "The instruction is closed already.");
        (ClosedAt, Outcome) = (now, outcome);
    }

    /// <summary>What an instruction asks for, checked.</summary>
    public sealed record Wanted(InstructionKind Kind, DateOnly? DeliverOn = null, string? Before = null, string? After = null);
}

/// <summary>What can be asked of the office.</summary>
public enum InstructionKind
{
    /// <summary>Try again on a day.</summary>
    DeliverAgain,

    /// <summary>Call another mobile number.</summary>
    CorrectPhone,

    /// <summary>The address was wrong; the right one is at the same pincode.</summary>
    CorrectAddress,

    /// <summary>Deliver to another address, at any pincode.</summary>
    Redirect,

    /// <summary>Try no more, send it back.</summary>
    ReturnToSender,
}

/// <summary>How an instruction ended.</summary>
public enum InstructionOutcome
{
    /// <summary>The article was delivered to the addressee.</summary>
    Delivered,

    /// <summary>The next attempt failed too.</summary>
    FailedAgain,

    /// <summary>It was sent on to the other address.</summary>
    Redirected,

    /// <summary>It was sent back to the sender.</summary>
    Returned,

    /// <summary>A later instruction took its place.</summary>
    Replaced,

    /// <summary>The booking was cancelled.</summary>
    Cancelled,

    /// <summary>The sender called the article back.</summary>
    Recalled,
}

using SellerPortal.Domain.Messages;

namespace SellerPortal.Domain.Notifications;

/// <summary>What a seller wants to be told of, where, and in which language.</summary>
public sealed class NotificationPlan
{
    /// <summary>The longest list of kinds in one channel.</summary>
    public const int LongestKinds = 120;

    /// <summary>The most colleagues who get the mails.</summary>
    public const int MostReceivers = 20;

    /// <summary>The longest list of colleagues.</summary>
    public const int LongestReceivers = MostReceivers * 37;

    private NotificationPlan()
    {
    }

    public SellerId SellerId { get; private set; }

    /// <summary>Kinds told to the seller by e-mail, separated by spaces.</summary>
    public string MailKinds { get; private set; } = "";

    /// <summary>Kinds told in the portal, separated by spaces.</summary>
    public string PortalKinds { get; private set; } = "";

    /// <summary>Kinds told to addressees by e-mail, separated by spaces.</summary>
    public string ConsigneeKinds { get; private set; } = "";

    /// <summary>Accounts of the seller that get the e-mails, separated by spaces; empty for the address of the registration.</summary>
    public string Receivers { get; private set; } = "";

    /// <summary>The language of the e-mails to the seller.</summary>
    public LetterLanguage Language { get; private set; }

    /// <summary>Changed at every save.</summary>
    public Guid Version { get; private set; }

    /// <summary>
    /// What holds until a seller chooses: what needs an answer comes by e-mail and in the portal, what goes well does
    /// not; addressees hear of what they wait for.
    /// </summary>
    public static NotificationPlan Usual(SellerId seller)
    {
        var plan = new NotificationPlan { SellerId = seller };
        plan.Choose(new NotificationWish
        {
            Mail = new HashSet<NotificationKind> { NotificationKind.Failed, NotificationKind.Returned },
            Portal = new HashSet<NotificationKind> { NotificationKind.Failed, NotificationKind.Returned, NotificationKind.Delivered, NotificationKind.Recalled },
            Consignee = new HashSet<NotificationKind> { NotificationKind.Booked, NotificationKind.OutForDelivery, NotificationKind.Delivered, NotificationKind.Failed },
            Receivers = [],
        });
        return plan;
    }

    /// <summary>Takes the seller's choice.</summary>
    /// <exception cref="DomainRuleException">There are more than twenty colleagues.</exception>
    public void Choose(NotificationWish wish)
    {
        if (wish.Receivers.Count > MostReceivers) throw new DomainRuleException("notifications.too_many", $"At most {MostReceivers} colleagues get the mails.");
        MailKinds = Write(wish.Mail);
        PortalKinds = Write(wish.Portal);
        ConsigneeKinds = Write(wish.Consignee.Where(NotificationKinds.ForConsignees.Contains));
        Receivers = string.Join(' ', wish.Receivers.Distinct());
        Language = wish.Language;
    }

    /// <summary>What is chosen.</summary>
    public NotificationWish Wish() => new()
    {
        Mail = Read(MailKinds),
        Portal = Read(PortalKinds),
        Consignee = Read(ConsigneeKinds),
        Receivers = [.. Receivers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)],
        Language = Language,
    };

    private static string Write(IEnumerable<NotificationKind> kinds) => string.Join(' ', kinds.Distinct().Order());

    private static HashSet<NotificationKind> Read(string kinds)
    {
        var known = new HashSet<NotificationKind>();
        foreach (var name in kinds.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Enum.TryParse<NotificationKind>(name, out var kind)) known.Add(kind);
        }

        return known;
    }
}

/// <summary>A choice of what is told.</summary>
public sealed record NotificationWish
{
    public required IReadOnlySet<NotificationKind> Mail { get; init; }

    public required IReadOnlySet<NotificationKind> Portal { get; init; }

    public required IReadOnlySet<NotificationKind> Consignee { get; init; }

    /// <summary>Accounts that get the e-mails; none for the address of the registration.</summary>
    public required IReadOnlyList<Guid> Receivers { get; init; }

    public LetterLanguage Language { get; init; }

    /// <summary>The kinds of one channel.</summary>
    public IReadOnlySet<NotificationKind> Of(NotificationChannel channel) => channel switch
    {
        NotificationChannel.Mail => Mail,
        NotificationChannel.Portal => Portal,
        NotificationChannel.Consignee => Consignee,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "There is no such channel."),
    };
}

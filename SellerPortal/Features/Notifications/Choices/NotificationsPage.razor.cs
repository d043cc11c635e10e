using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SellerPortal.Domain.Messages;
using SellerPortal.Domain.Notifications;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Notifications.Choices;

/// <summary>An owner chooses what the seller, its colleagues and its addressees are told of.</summary>
public sealed partial class NotificationsPage
{
    private static readonly NotificationChannel[] Channels = [NotificationChannel.Mail, NotificationChannel.Portal, NotificationChannel.Consignee];

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private ChooseNotifications Choose { get; set; } = null!;

    [Inject]
    private ILogger<NotificationsPage> Log { get; set; } = null!;

    private NotificationChoices? Choices { get; set; }

    private Dictionary<NotificationChannel, HashSet<NotificationKind>> Chosen { get; set; } = [];

    private HashSet<Guid> Receivers { get; set; } = [];

    private LetterLanguage Language { get; set; }

    private ChoiceOutcome? Outcome { get; set; }

    private bool Busy { get; set; }

    private bool Failed { get; set; }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            Failed = false;
            Choices = await Choose.ReadAsync((await Authentication).User.ToActor(), CancellationToken.None);
            if (Choices is null) return;
            Chosen = Channels.ToDictionary(channel => channel, channel => Choices.Wish.Of(channel).ToHashSet());
            Receivers = [.. Choices.Wish.Receivers];
            Language = Choices.Wish.Language;
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            Log.LogError(fault, "The choice of notifications could not be read.");
            Failed = true;
        }
    }

    private void Toggle(NotificationChannel channel, NotificationKind kind)
    {
        Outcome = null;
        if (!Chosen[channel].Remove(kind)) Chosen[channel].Add(kind);
    }

    private void Toggle(Guid colleague)
    {
        Outcome = null;
        if (!Receivers.Remove(colleague)) Receivers.Add(colleague);
    }

    private async Task SaveAsync()
    {
        if (Busy || Choices is null) return;
        Busy = true;
        try
        {
            var wish = new NotificationWish
            {
                Mail = Chosen[NotificationChannel.Mail],
                Portal = Chosen[NotificationChannel.Portal],
                Consignee = Chosen[NotificationChannel.Consignee],
                Receivers = [.. Receivers],
                Language = Language,
            };
            var outcome = await Choose.SaveAsync((await Authentication).User.ToActor(), wish, Choices.Version, CancellationToken.None);
            if (outcome != ChoiceOutcome.TooManyReceivers) await LoadAsync();
            Outcome = outcome;
        }
        finally
        {
            Busy = false;
        }
    }
}

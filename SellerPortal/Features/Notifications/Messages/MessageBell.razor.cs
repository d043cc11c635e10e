using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SellerPortal.Components;
using SellerPortal.Domain.Access;
using SellerPortal.Platform;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Notifications.Messages;

/// <summary>
/// How many messages are unread, in the header. Counts again when this node hears of news, and looks every thirty seconds
/// for what came over another node. A count that cannot be read is no reason to lose a page.
/// </summary>
public sealed partial class MessageBell
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(30);
    private IDisposable? subscription;
    private Actor? actor;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private ReadMessages Read { get; set; } = null!;

    [Inject]
    private MessageNews News { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private ILogger<MessageBell> Log { get; set; } = null!;

    private int Unread { get; set; }

    private bool IsSeller => actor?.SellerId is not null;

    private string Count => Unread > ReadMessages.HighestCount ? $"{IndianFormat.Number(ReadMessages.HighestCount)}+" : IndianFormat.Number(Unread);

    private string Label => Unread == 0 ? Texts["BellNone"] : Texts["Bell", Count];

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var user = (await Authentication).User;
        if (user.Identity is not { IsAuthenticated: true }) return;
        actor = user.ToActor();
        await CountAsync();
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        // The seller may be known only after the first rendering.
        if (subscription is not null || actor?.SellerId is not { } seller || Leaving.IsCancellationRequested) return;
        subscription = News.Subscribe(seller, () => _ = InvokeAsync(RefreshAsync));
        _ = LookAgain.EveryAsync(LookEvery, Clock, () => InvokeAsync(RefreshAsync), Leaving);
    }

    /// <inheritdoc/>
    protected override void OnLeft() => subscription?.Dispose();

    private async Task RefreshAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        await CountAsync();
        StateHasChanged();
    }

    private async Task CountAsync()
    {
        if (actor is null) return;
        try
        {
            Unread = await Read.CountUnreadAsync(actor, Leaving);
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The visitor left.
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            Log.LogWarning(fault, "Unread messages could not be counted.");
        }
    }
}

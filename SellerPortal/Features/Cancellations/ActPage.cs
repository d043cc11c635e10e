using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SellerPortal.Components.Faults;
using SellerPortal.Domain.Access;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Cancellations;

/// <summary>A page that shows what would be done, does it at one press, says how it went and shows what is left.</summary>
/// <typeparam name="TShown">What is read and shown.</typeparam>
public abstract class ActPage<TShown> : PortalComponent
    where TShown : class
{
    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private ILoggerFactory Logs { get; set; } = null!;

    [Inject]
    protected IStringLocalizer<CancellationsTexts> Texts { get; set; } = null!;

    /// <summary>Who looks at the page.</summary>
    protected Actor Visitor { get; private set; } = null!;

    /// <summary>What was read; null until it is.</summary>
    protected TShown? Shown { get; private set; }

    /// <summary>True when the last reading failed.</summary>
    protected bool Failed { get; private set; }

    protected bool Busy { get; private set; }

    /// <summary>What was just done, or why it was not.</summary>
    protected string? Notice { get; private set; }

    protected bool NoticeIsFault { get; private set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        Visitor = (await Authentication).User.ToActor();
        await LoadAsync();
    }

    /// <summary>Reads what is shown.</summary>
    protected abstract Task<TShown?> ReadAsync(CancellationToken token);

    /// <summary>Reads it again.</summary>
    protected async Task LoadAsync()
    {
        Failed = false;
        try
        {
            Shown = await ReadAsync(Leaving);
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            Logs.CreateLogger(GetType()).LogError(fault, "The shipments could not be read.");
            Failed = true;
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The seller left before the answer came.
        }
    }

    /// <summary>Does it once, however often the button is pressed meanwhile, and reads again.</summary>
    /// <param name="act">Does it, and answers what to say and whether that is bad news.</param>
    /// <param name="failed">What to say when the database does not answer.</param>
    protected async Task ActAsync(Func<Task<(string Notice, bool IsFault)>> act, string failed)
    {
        if (Busy) return;
        (Busy, Notice) = (true, null);
        try
        {
            (Notice, NoticeIsFault) = await act();
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            Logs.CreateLogger(GetType()).LogError(fault, "The shipments could not be changed.");
            (Notice, NoticeIsFault) = (failed, true);
        }

        await LoadAsync();
        Busy = false;
    }
}

using Microsoft.AspNetCore.Components;

namespace SellerPortal.Components.Faults;

/// <summary>
/// The base of every component of a feature: when the database does not answer to what was pressed, the frame says so, and
/// the page goes on with all that was typed. Without it the fault would end the circuit, and the page with it.
/// </summary>
public abstract class PortalComponent : ComponentBase, IHandleEvent, IDisposable
{
    private readonly CancellationTokenSource leaving = new();

    /// <summary>Made when the visitor comes to where it stands.</summary>
    protected PortalComponent() => Leaving = leaving.Token;

    /// <summary>Ends when the visitor leaves. It can be asked after that too: what is done to the end then comes back to a page that is gone.</summary>
    protected CancellationToken Leaving { get; }

    /// <summary>Private, and yet the name of a parameter of every component that inherits it: no other may be called so.</summary>
    [CascadingParameter]
    private FaultNotice? FrameOfFaults { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
        OnLeft();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem callback, object? arg)
    {
        // As the framework does it: drawn once when the handler first waits, and once more when it is through.
        var handling = callback.InvokeAsync(arg);
        var waits = handling.Status is not (TaskStatus.RanToCompletion or TaskStatus.Canceled);
        StateHasChanged();
        if (!waits) return;
        try
        {
            await handling;
        }
        catch (OperationCanceledException) when (handling.IsCanceled)
        {
            return;
        }
        catch (Exception fault) when (FrameOfFaults?.Take(fault, GetType()) == true)
        {
            // Said in the frame; the handler has put its page in order.
        }

        StateHasChanged();
    }

    /// <summary>Ends what the component listens to; called when the visitor has left.</summary>
    protected virtual void OnLeft()
    {
    }
}

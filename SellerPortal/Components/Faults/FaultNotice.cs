using SellerPortal.Platform.Errors;

namespace SellerPortal.Components.Faults;

/// <summary>What the frame of a page tells of an act that the database did not answer; the page stays as it is, with all that was typed.</summary>
public sealed class FaultNotice(ILogger log, Action changed)
{
    /// <summary>True while the visitor is told.</summary>
    public bool IsShown { get; private set; }

    /// <summary>Takes a fault of the database from the component in which it came up.</summary>
    /// <returns>False for a fault of the program, which is not to be hidden.</returns>
    public bool Take(Exception fault, Type component)
    {
        if (!fault.IsOfDatabase()) return false;
        log.LogError(fault, "The database did not answer to an act in {Component}.", component.Name);
        Show(true);
        return true;
    }

    /// <summary>The visitor has read it, or went elsewhere.</summary>
    public void Dismiss()
    {
        if (IsShown) Show(false);
    }

    private void Show(bool shown)
    {
        IsShown = shown;
        changed();
    }
}

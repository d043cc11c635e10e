using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SellerPortal.Components.Lists;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Platform.Errors;
using SellerPortal.Resources;

namespace SellerPortal.Components.Entries;

/// <summary>
/// A list of a seller's own entries with a form that adds and changes them: one act at a time, however often a button is
/// pressed, and the focus goes to the first field that is wrong.
/// </summary>
/// <typeparam name="TFilter">The filter that the query string holds.</typeparam>
/// <typeparam name="TPage">What a reading answers.</typeparam>
public abstract class EntryPage<TFilter, TPage> : FocusingPage<TFilter, TPage>
    where TPage : class
{
    /// <summary>The id of the input with the entry's name.</summary>
    protected const string NameId = "entry-nickname";

    private Actor? visitor;

    [Inject]
    private ILoggerFactory Loggers { get; set; } = null!;

    [Inject]
    protected IStringLocalizer<EntryTexts> Words { get; set; } = null!;

    /// <summary>True when the visitor may change what is listed.</summary>
    protected bool MayWrite => visitor is { MayWrite: true };

    /// <summary>True while an act runs.</summary>
    protected bool Busy { get; private set; }

    /// <summary>What was just done, or why it was not.</summary>
    protected string? Notice { get; private set; }

    protected bool NoticeIsFault { get; private set; }

    /// <summary>What is wrong with the form.</summary>
    protected KeepResult Result { get; private set; } = KeepResult.Kept;

    /// <summary>The entry that the visitor asked to remove and has not yet confirmed.</summary>
    protected Guid? Removing { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        visitor = await ActorAsync();
        await base.OnInitializedAsync();
    }

    /// <summary>What to say when the seller has as many as it may have.</summary>
    protected abstract string TooManyText { get; }

    /// <summary>Opens the form anew.</summary>
    /// <param name="first">The id of its first field.</param>
    protected void Begin(string first)
    {
        (Result, Notice, Removing) = (KeepResult.Kept, null, null);
        Focus = first;
    }

    /// <summary>The sentence at a field of the entry's own, or null.</summary>
    protected string? ErrorOf(params ReadOnlySpan<EntryFault> faults)
    {
        foreach (var fault in Result.EntryFaults)
        {
            if (faults.Contains(fault)) return Words[$"Fault{fault}"];
        }

        return null;
    }

    /// <summary>Does one act and says how it went.</summary>
    /// <param name="act">Does it.</param>
    /// <param name="done">What to say when it is done.</param>
    /// <param name="firstField">The id of the input with the first fault.</param>
    /// <returns>True when it is done.</returns>
    protected async Task<bool> ActAsync(Func<Actor, Task<KeepResult>> act, string done, Func<KeepResult, string>? firstField = null)
    {
        if (Busy) return false;
        (Busy, Notice) = (true, null);
        try
        {
            Result = await act(visitor!);
            Removing = null;
            NoticeIsFault = Result.Outcome != KeepOutcome.Kept;
            Notice = Result.Outcome switch
            {
                KeepOutcome.Kept => done,
                KeepOutcome.TooMany => TooManyText,
                var outcome => Words[outcome.ToString()],
            };
            if (Result.Outcome == KeepOutcome.Refused) Focus = firstField?.Invoke(Result);
            else await LoadAsync();
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            Loggers.CreateLogger(GetType()).LogError(fault, "A seller's entry could not be changed.");
            (Notice, NoticeIsFault) = (Words["Failed"], true);
        }
        finally
        {
            Busy = false;
        }

        return !NoticeIsFault;
    }
}

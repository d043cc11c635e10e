namespace SellerPortal.Domain.Pickups;

/// <summary>The holidays of the post by name; the section "PostalHolidays" of the configuration.</summary>
public sealed class PostalHolidays
{
    /// <summary>The holidays, in any order.</summary>
    public IReadOnlyList<PostalHoliday> Days { get; init; } = [];

    /// <summary>True when every holiday has its day and both names, and no day stands twice.</summary>
    public bool IsSound =>
        Days.All(holiday => holiday.Day != default && holiday.Name.Length > 0 && holiday.NameHi.Length > 0)
        && Days.Select(holiday => holiday.Day).Distinct().Count() == Days.Count;

    /// <summary>The days on which the post works.</summary>
    public PostalCalendar ToCalendar() => new(Days.Select(holiday => holiday.Day));

    /// <summary>The holiday of a day, if there is one.</summary>
    public PostalHoliday? On(DateOnly day) => Days.FirstOrDefault(holiday => holiday.Day == day);
}

/// <summary>A day on which the post does not work, beside Sundays.</summary>
public sealed record PostalHoliday
{
    public DateOnly Day { get; init; }

    /// <summary>The English name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The Hindi name.</summary>
    public string NameHi { get; init; } = "";
}

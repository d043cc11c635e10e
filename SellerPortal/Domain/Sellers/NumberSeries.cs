namespace SellerPortal.Domain.Sellers;

/// <summary>
/// Numbers that are given out one after the other and never twice, such as customer ids. The step to the next one is
/// taken in the database, in the transaction that uses the number.
/// </summary>
public sealed class NumberSeries
{
    /// <summary>The series of DoP customer ids, ten digits.</summary>
    public const string CustomerIds = "CustomerId";

    /// <summary>The series of contract numbers, eight digits.</summary>
    public const string ContractNumbers = "ContractNumber";

    private NumberSeries()
    {
    }

    /// <summary>What the numbers are.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The number that is given out next.</summary>
    public long Next { get; private set; }

    /// <summary>The last number there is.</summary>
    public long Last { get; private set; }

    /// <summary>A series of numbers of equal length that begins with <paramref name="first"/>.</summary>
    /// <exception cref="DomainRuleException">The first number has not that many digits.</exception>
    public static NumberSeries StartAt(string name, long first, int digits)
    {
        var last = 9L;
        for (var i = 1; i < digits; i++) last = (last * 10) + 9;
        if (first <= last / 10 || first > last)
        {
            throw new DomainRuleException("number_series.length", $"The first {name} must have {digits} digits and not begin with 0; {first} has not.");
        }

        return new NumberSeries { Name = name, Next = first, Last = last };
    }
}

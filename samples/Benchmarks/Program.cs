using System.Reflection;
using BenchmarkDotNet.Running;

if (args is ["pincode-figures"])
{
    await Benchmarks.PincodeFigures.PrintAsync();
    return;
}

if (args is ["booking-figures", ..])
{
    await Benchmarks.BookingFigures.PrintAsync(postgres: args.ElementAtOrDefault(1));
    return;
}

if (args is ["list-figures", ..])
{
    var postgres = args.ElementAtOrDefault(1) is { } text && text.Contains("Host=", StringComparison.OrdinalIgnoreCase) ? text : null;
    await Benchmarks.ListFigures.PrintAsync(postgres, file: postgres is null ? args.ElementAtOrDefault(1) : null);
    return;
}

if (args is ["bulk-figures", ..])
{
    await Benchmarks.BulkFigures.PrintAsync(postgres: args.ElementAtOrDefault(1));
    return;
}

if (args is ["bulk-portal-figures", ..])
{
    await Benchmarks.BulkPortalFigures.PrintAsync(postgres: args.ElementAtOrDefault(1));
    return;
}

if (args is ["api-figures", ..])
{
    await Benchmarks.ApiFigures.PrintAsync(postgres: args.ElementAtOrDefault(1));
    return;
}

if (args is ["label-figures", ..])
{
    await Benchmarks.LabelFigures.PrintAsync(sample: args.ElementAtOrDefault(1));
    return;
}

BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);

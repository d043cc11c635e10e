using System.Reflection;
using BenchmarkDotNet.Running;

if (args is ["pincode-figures"])
{
    await Benchmarks.PincodeFigures.PrintAsync();
    return;
}

BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);

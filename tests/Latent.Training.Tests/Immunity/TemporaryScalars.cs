using System.Reflection;
using TorchSharp;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Immunity;

/// <summary>
/// Finds calls that make a temporary Scalar: conversions from numbers, and all of TorchSharp that converts a number on its
/// way (x + y, whose weight is 1; square; softplus; layers whose forward does). Its own code says which those are, so a
/// new version of TorchSharp needs no new list.
/// </summary>
internal sealed class TemporaryScalars
{
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    // By method: what it calls that makes one, null where it makes one itself.
    private readonly Dictionary<MethodBase, MethodBase?> makers = [];

    public TemporaryScalars()
    {
        var calls = CallGraph.MethodsOf(typeof(torch).Assembly).ToDictionary(method => method, method => CallsWithin(method).ToHashSet());
        foreach (var method in calls.Keys.Where(MakesScalar))
            makers.Add(method, null);
        for (var before = -1; before < makers.Count;)
        {
            before = makers.Count;
            foreach (var (method, callees) in calls)
            {
                if (!makers.ContainsKey(method) && callees.FirstOrDefault(makers.ContainsKey) is { } maker)
                    makers.Add(method, maker);
            }
        }
    }

    /// <summary>The calls of a method that make one, each with the way to where.</summary>
    public IEnumerable<string> In(MethodBase method) => CallGraph.CallsOf(method).Where(makers.ContainsKey)
        .Select(callee => $"{NameOf(method)} calls {string.Join(", which calls ", WayFrom(callee).Select(NameOf))}");

    private static string NameOf(MethodBase method) => $"{method.DeclaringType?.FullName}.{method.Name}";

    // A layer that is made will run, and containers run it where no call in our code shows.
    private static IEnumerable<MethodBase> CallsWithin(MethodBase method)
    {
        var calls = CallGraph.CallsOf(method).Where(callee => callee.Module == method.Module);
        return method is ConstructorInfo { DeclaringType: { IsAbstract: false } type } && type.IsSubclassOf(typeof(nn.Module))
            ? calls.Concat(type.GetMethods(Instance).Where(member => member.Name == "forward").Select(CallGraph.Declaration))
            : calls;
    }

    private static bool MakesScalar(MethodBase method) =>
        (method is ConstructorInfo && method.DeclaringType == typeof(Scalar)) || (method is MethodInfo { ReturnType: var type } && type == typeof(Scalar));

    private IEnumerable<MethodBase> WayFrom(MethodBase callee)
    {
        for (var method = callee; method is not null; method = makers[method])
            yield return method;
    }
}

namespace Latent.Molecules;

/// <summary>
/// Matches neighbours in a graph so that every vertex that requires a partner has one (the blossom algorithm, Edmonds 1965).
/// Vertices that require no partner may be matched and released again.
/// </summary>
internal sealed class Matching
{
    private const int None = -1;

    private readonly List<int>[] neighbours;
    private readonly bool[] isRequired;
    private readonly int[] partner;
    private readonly int[] parent;
    private readonly int[] root;
    private readonly bool[] isOuter;

    private Matching(List<int>[] neighbours, bool[] isRequired)
    {
        (this.neighbours, this.isRequired) = (neighbours, isRequired);
        (partner, parent, root) = (new int[isRequired.Length], new int[isRequired.Length], new int[isRequired.Length]);
        isOuter = new bool[isRequired.Length];
        Array.Fill(partner, None);
    }

    /// <summary>Returns the first vertex that requires a partner and cannot have one; null if all have one.</summary>
    /// <param name="neighbours">The possible partners of each vertex.</param>
    /// <param name="isRequired">Which vertices require a partner.</param>
    public static int? FirstAlone(List<int>[] neighbours, bool[] isRequired)
    {
        var matching = new Matching(neighbours, isRequired);
        for (var vertex = 0; vertex < isRequired.Length; vertex++)
        {
            if (isRequired[vertex] && matching.partner[vertex] == None && !matching.FindPartner(vertex))
                return vertex;
        }
        return null;
    }

    private bool FindPartner(int start)
    {
        Array.Fill(parent, None);
        Array.Clear(isOuter);
        for (var vertex = 0; vertex < root.Length; vertex++)
            root[vertex] = vertex;
        isOuter[start] = true;
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var vertex))
        {
            if (vertex != start && !isRequired[vertex])
            {
                Unmatch(vertex);
                return true;
            }
            foreach (var next in neighbours[vertex])
            {
                if (root[vertex] == root[next] || partner[vertex] == next)
                    continue;
                if (next == start || (partner[next] != None && parent[partner[next]] != None))
                    Contract(vertex, next, queue);
                else if (parent[next] == None && Reach(vertex, next, queue))
                    return true;
            }
        }
        return false;
    }

    // Grows the tree by a vertex and its partner; returns true if the vertex is free.
    private bool Reach(int vertex, int next, Queue<int> queue)
    {
        parent[next] = vertex;
        var behind = partner[next];
        if (behind == None)
        {
            Flip(next);
            return true;
        }
        isOuter[behind] = true;
        queue.Enqueue(behind);
        return false;
    }

    // Matches the start vertex by releasing a vertex that requires no partner.
    private void Unmatch(int vertex)
    {
        var mate = partner[vertex];
        partner[vertex] = None;
        Flip(mate);
    }

    private void Flip(int vertex)
    {
        while (vertex != None)
        {
            var before = parent[vertex];
            var next = partner[before];
            (partner[vertex], partner[before]) = (before, vertex);
            vertex = next;
        }
    }

    private void Contract(int first, int second, Queue<int> queue)
    {
        var top = CommonRoot(first, second);
        var inBlossom = new bool[root.Length];
        Mark(first, top, second, inBlossom);
        Mark(second, top, first, inBlossom);
        for (var vertex = 0; vertex < root.Length; vertex++)
        {
            if (!inBlossom[root[vertex]])
                continue;
            root[vertex] = top;
            if (!isOuter[vertex])
            {
                isOuter[vertex] = true;
                queue.Enqueue(vertex);
            }
        }
    }

    private int CommonRoot(int first, int second)
    {
        var seen = new bool[root.Length];
        for (var vertex = root[first]; ; vertex = root[parent[partner[vertex]]])
        {
            seen[vertex] = true;
            if (partner[vertex] == None)
                break;
        }
        var other = root[second];
        while (!seen[other])
            other = root[parent[partner[other]]];
        return other;
    }

    private void Mark(int vertex, int top, int child, bool[] inBlossom)
    {
        while (root[vertex] != top)
        {
            inBlossom[root[vertex]] = inBlossom[root[partner[vertex]]] = true;
            parent[vertex] = child;
            child = partner[vertex];
            vertex = parent[partner[vertex]];
        }
    }
}

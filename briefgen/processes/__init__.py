"""Work in several processes of this machine."""

from briefgen.processes.ahead import Ahead
from briefgen.processes.beside import in_turns, left_to_a_copy
from briefgen.processes.machine import cores, give_memory_back
from briefgen.processes.many import in_processes

__all__ = ["Ahead", "cores", "give_memory_back", "in_processes", "in_turns", "left_to_a_copy"]
